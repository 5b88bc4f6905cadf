import { revalidateTag as expireTag } from 'next/cache'

export async function POST(request: Request) {
  expireTag(await request.text())
  return new Response()
}
