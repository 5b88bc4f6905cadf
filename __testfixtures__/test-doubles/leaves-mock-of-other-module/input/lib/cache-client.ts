export async function revalidateTag(tag: string) {
  await fetch(`https://cache.example.com/${tag}`, { method: 'DELETE' })
}
