import { revalidateTag } from 'next/cache'

export function expireOrders() {
  revalidateTag('orders')
}
