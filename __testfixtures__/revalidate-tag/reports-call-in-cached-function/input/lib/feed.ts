import { cacheTag, revalidateTag, unstable_cache } from 'next/cache'

export async function getFeed() {
  'use cache'
  cacheTag('feed')
  revalidateTag('stale-feed')
  return [Date.now()]
}

export const getRates = unstable_cache(async () => {
  revalidateTag('old-rates')
  return { eur: 1 }
}, ['rates'])
