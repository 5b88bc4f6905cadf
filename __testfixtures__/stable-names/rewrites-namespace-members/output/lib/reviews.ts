import * as cache from 'next/cache'

export async function getReviews() {
  'use cache'
  cache.cacheTag('reviews')
  return []
}
