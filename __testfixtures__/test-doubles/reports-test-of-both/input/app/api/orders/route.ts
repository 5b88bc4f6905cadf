import { revalidateTag } from 'next/cache'

export async function POST() {
  revalidateTag('orders')
  return new Response()
}
