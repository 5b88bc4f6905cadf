import { orders } from '../../../lib/order-service'

export async function GET() {
  return Response.json(orders.list())
}

export async function DELETE() {
  orders.purge()
  return new Response(null)
}
