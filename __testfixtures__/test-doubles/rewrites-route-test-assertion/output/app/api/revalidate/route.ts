import { revalidateTag } from 'next/cache'

export async function POST(request: Request) {
  revalidateTag(await request.text(), 'max')
  return new Response()
}
