import * as cache from 'next/cache'

export async function getRates() {
  'use cache'
  cache.cacheLife({ revalidate: 60 })
  cache.cacheTag('rates')
  return { eur: 1 }
}

export const refresh = async () => cache.unstable_noStore()
