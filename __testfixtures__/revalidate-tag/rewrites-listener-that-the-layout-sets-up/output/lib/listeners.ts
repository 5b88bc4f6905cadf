import { revalidateTag } from 'next/cache'
import { bus } from './bus'

bus.on('order.paid', () => {
  revalidateTag('orders', { expire: 0 })
})
