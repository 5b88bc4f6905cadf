import { revalidateTag } from 'next/cache'
import { bus } from './bus'

export function registerListeners() {
  bus.on('order.paid', () => {
    revalidateTag('orders')
  })
}
