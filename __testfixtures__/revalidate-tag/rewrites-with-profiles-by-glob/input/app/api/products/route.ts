import { revalidateTag } from 'next/cache'

export async function POST() {
  revalidateTag('products')
  return new Response()
}
