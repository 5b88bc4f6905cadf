import { always, listeners, more } from '../../../lib/events'

export async function POST(request: Request) {
  const { type, id } = await request.json()
  const listener = listeners[type] ?? more.get(type)
  listener?.(id)
  always.forEach((run) => run(id))
  return new Response()
}
