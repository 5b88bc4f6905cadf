import { revalidateTag } from 'next/cache'

export async function POST() {
  revalidateTag('products', 'catalog')
  return new Response()
}
