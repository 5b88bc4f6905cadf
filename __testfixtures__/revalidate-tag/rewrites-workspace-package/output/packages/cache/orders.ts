import { revalidateTag, updateTag } from 'next/cache'

export function expireOrder(id: string) {
  revalidateTag(`order:${id}`, { expire: 0 })
}

export function expireBasket(id: string) {
  updateTag(`basket:${id}`)
}
