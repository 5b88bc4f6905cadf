import { revalidateTag } from 'next/cache'

export function expireCart(id: string) {
  revalidateTag(`cart:${id}`)
}

export function expireWishlist(id: string) {
  revalidateTag(`wishlist:${id}`)
}
