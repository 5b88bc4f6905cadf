'use server'

import { orders } from '../../lib/order-service'

export async function pay(id: string) {
  orders.expire(id)
}
