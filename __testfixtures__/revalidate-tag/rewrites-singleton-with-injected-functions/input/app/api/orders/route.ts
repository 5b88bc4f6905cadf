import { orders, returns } from '../../../lib/orders'

export async function POST(request: Request) {
  const { id } = await request.json()
  orders.place(id)
  returns.open(id)
  return new Response(null)
}
