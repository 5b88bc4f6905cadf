'use server'

export async function clear(id: string) {
  const { expireCart, expireWishlist } = await import('../../lib/expire')
  expireCart(id)
  expireWishlist(id)
}
