import { revalidateTag } from 'next/cache'

export async function GET() {
  revalidateTag('prices', { expire: 0 })
  return Response.json({ ok: true })
}
