import { expireOrders } from '../lib/orders'

export async function POST() {
  expireOrders()
  return new Response(null)
}
