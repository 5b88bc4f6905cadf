import { expireTag } from '../../../lib/cache'

export async function POST() {
  expireTag('todos', 'max')
  return new Response()
}
