import { revalidateTag } from 'next/cache'

export function expireOrder(id: string) {
  revalidateTag(`order:${id}`)
}

export function expireBasket(id: string) {
  revalidateTag(`basket:${id}`)
}
