export async function revalidateTag(tag: string) {
  await fetch('https://cache.example.com', { method: 'POST', body: tag })
}
