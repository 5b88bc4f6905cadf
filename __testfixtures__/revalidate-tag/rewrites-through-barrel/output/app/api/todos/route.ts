import { revalidateTag } from '../../../lib/cache'

export async function POST() {
  revalidateTag('todos', 'max')
  return Response.json({ ok: true })
}
