import { cacheLife, cacheTag } from 'next/cache'

export async function getOrders() {
  'use cache'
  cacheLife('minutes')
  cacheTag('orders')
  return []
}
