import { revalidateTag } from 'next/cache'

const expire: (tag: string) => void = revalidateTag

export const invalidators = {
  byTag: revalidateTag,
}

export function expireOrders() {
  expire('orders')
}
