import * as cache from 'next/cache'

export const getRates = cache.unstable_cache(async () => ({ eur: 1 }), ['rates'], {
  tags: ['rates'],
  revalidate: 60,
})

export const refresh = async () => cache.unstable_noStore()
