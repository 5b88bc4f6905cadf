import { revalidateTag } from 'next/cache'

export async function POST() {
  revalidateTag('news', 'hours')
  return new Response()
}
