export async function getCart(session: string) {
  const response = await fetch('https://shop.test/cart', {
    headers: { cookie: session },
    cache: 'no-store',
    next: { tags: ['cart'] },
  })
  return response.text()
}

export async function getHints(session: string) {
  const response = await fetch(`https://shop.test/hints/${session}`, { next: { tags: ['hints'] } })
  return response.text()
}
