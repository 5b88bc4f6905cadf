import { revalidateTag } from 'next/cache'

export async function POST(request: Request): Promise<Response> {
  revalidateTag(await request.text(), 'max')
  return Response.json({ received: true })
}
