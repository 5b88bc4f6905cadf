import { revalidateTag } from 'next/cache'

export async function GET() {
  revalidateTag('prices')
  return Response.json({ ok: true })
}
