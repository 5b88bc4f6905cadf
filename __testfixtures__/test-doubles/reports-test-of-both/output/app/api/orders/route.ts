import { revalidateTag } from 'next/cache'

export async function POST() {
  revalidateTag('orders', 'max')
  return new Response()
}
