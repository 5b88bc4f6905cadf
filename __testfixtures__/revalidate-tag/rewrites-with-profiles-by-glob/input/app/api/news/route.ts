import { revalidateTag } from 'next/cache'

export async function POST() {
  revalidateTag('news')
  return new Response()
}
