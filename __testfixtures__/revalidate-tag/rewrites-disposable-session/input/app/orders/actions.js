'use server'

import { expireOrders } from '../../lib/orders'

export async function pay() {
  expireOrders()
}
