import { OrderSession } from '../../../lib/session'

export async function POST(request) {
  await using session = new OrderSession()
  session.add(await request.json())
  return new Response(null)
}
