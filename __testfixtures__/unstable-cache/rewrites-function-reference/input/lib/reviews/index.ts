import { unstable_cache } from 'next/cache'
import { loadAuthors, loadReviews, scores } from './load'

export const getReviews = unstable_cache(loadReviews, ['reviews'], { tags: ['reviews'], revalidate: 900 })
export const getAuthors = unstable_cache(loadAuthors, ['authors'], { tags: ['reviews'] })
export const getAverage = unstable_cache(scores.average, ['average'], { tags: ['reviews'] })
