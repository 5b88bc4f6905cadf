import { revalidateTag } from 'next/cache'

export async function POST(request: Request) {
  revalidateTag(await request.text())
  return new Response()
}
