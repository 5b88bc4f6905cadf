'use server'

import { expireOrders } from '../../lib/invalidate'

export async function reload() {
  expireOrders()
}
