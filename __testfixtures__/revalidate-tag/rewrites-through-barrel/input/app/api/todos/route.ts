import { revalidateTag } from '../../../lib/cache'

export async function POST() {
  revalidateTag('todos')
  return Response.json({ ok: true })
}
