import { revalidateTag } from 'next/cache'

export async function POST() {
  revalidateTag('subscriptions')
  return new Response()
}
