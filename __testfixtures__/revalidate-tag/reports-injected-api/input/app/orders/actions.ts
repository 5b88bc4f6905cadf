'use server'

import { revalidateTag } from 'next/cache'
import { createOrderService } from '../../lib/order-service'

const orders = createOrderService({ expire: revalidateTag })

export async function cancel(id: string) {
  await orders.cancel(id)
}
