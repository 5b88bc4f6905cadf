import { cacheLife, cacheTag } from 'next/cache'
import { loadAuthors, loadReviews, scores } from './load'

export async function getReviews(...args: Parameters<typeof loadReviews>) {
  'use cache'
  cacheLife({ revalidate: 900 })
  cacheTag('reviews')
  return loadReviews(...args)
}
export async function getAuthors() {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('reviews')
  return loadAuthors()
}
export async function getAverage(...args: Parameters<typeof scores.average>) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('reviews')
  return scores.average(...args)
}
