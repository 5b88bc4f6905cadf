import { expireTag } from '../../../lib/cache'

export async function POST() {
  expireTag('todos')
  return new Response()
}
