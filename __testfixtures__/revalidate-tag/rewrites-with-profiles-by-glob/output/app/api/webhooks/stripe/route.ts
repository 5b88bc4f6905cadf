import { revalidateTag } from 'next/cache'

export async function POST() {
  revalidateTag('subscriptions', { expire: 0 })
  return new Response()
}
