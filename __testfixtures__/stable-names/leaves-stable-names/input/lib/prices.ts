import { cacheLife, cacheTag, unstable_cache, unstable_noStore as noStore } from 'next/cache'

export async function getPrices() {
  'use cache'
  cacheTag('prices')
  cacheLife('hours')
  return []
}

export const getRates = unstable_cache(async () => ({ eur: 1 }), ['rates'])

export async function getLive() {
  noStore()
  return Date.now()
}
