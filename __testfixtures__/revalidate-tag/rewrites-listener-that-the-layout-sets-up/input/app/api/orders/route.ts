import { bus } from '../../../lib/bus'

export async function POST() {
  bus.emit('order.paid')
  return new Response(null)
}
