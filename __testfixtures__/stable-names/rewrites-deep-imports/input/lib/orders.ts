import { cacheLife } from 'next/dist/server/use-cache/cache-life'
import { cacheTag } from 'next/dist/server/use-cache/cache-tag'

export async function getOrders() {
  'use cache'
  cacheLife('minutes')
  cacheTag('orders')
  return []
}
