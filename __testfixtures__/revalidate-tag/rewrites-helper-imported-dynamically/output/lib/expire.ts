import { revalidateTag, updateTag } from 'next/cache'

export function expireCart(id: string) {
  revalidateTag(`cart:${id}`, { expire: 0 })
}

export function expireWishlist(id: string) {
  updateTag(`wishlist:${id}`)
}
