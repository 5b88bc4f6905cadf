import { cacheTag, cacheLife } from 'next/cache'

export async function getProduct(id: string) {
  'use cache'
  cacheTag('products', `product:${id}`)
  cacheLife('hours')
  return { id }
}
