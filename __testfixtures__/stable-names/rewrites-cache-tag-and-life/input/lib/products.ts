import { unstable_cacheTag, unstable_cacheLife } from 'next/cache'

export async function getProduct(id: string) {
  'use cache'
  unstable_cacheTag('products', `product:${id}`)
  unstable_cacheLife('hours')
  return { id }
}
