import { type CachePort, customers, expireInvoice, type Handler } from '../../../lib/billing'

const handlers: Record<string, Handler> = { 'invoice.paid': expireInvoice }

export async function POST(request: Request) {
  const event = await request.json()
  const handler: Handler | undefined = handlers[event.type]
  if (handler) await handler(event.id)
  const cache: CachePort = customers
  cache.expire(event.customer)
  return new Response(null)
}
