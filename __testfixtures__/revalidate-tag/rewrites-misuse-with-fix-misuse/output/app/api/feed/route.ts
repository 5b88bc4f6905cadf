import { refresh, revalidateTag } from 'next/cache'

export async function POST() {
  revalidateTag('feed', { expire: 0 })
  refresh()
  return new Response()
}
