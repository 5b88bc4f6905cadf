import * as cache from 'next/cache'

export async function getReviews() {
  'use cache'
  cache.unstable_cacheTag('reviews')
  return []
}
