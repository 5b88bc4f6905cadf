import { cacheLife, cacheTag } from 'next/cache'

/** The weather of today. */
export default async function (place: string) {
  'use cache'
  cacheLife({ revalidate: 900 })
  cacheTag('weather')
  return { place, degrees: 21 }
}
