import { expireAction } from '../../../lib/expire-action'

export async function POST() {
  await expireAction('home')()
  return new Response(null)
}
