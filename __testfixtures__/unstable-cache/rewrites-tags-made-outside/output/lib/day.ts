import { cacheLife, cacheTag } from 'next/cache'

async function getCachedDay(place: string, tag: string) {
  'use cache'
  cacheLife({ revalidate: 60 })
  cacheTag(tag, 'weather')
  return `Sunny in ${place}`
}

export async function getDay(place: string) {
  const entry = await getCachedDay(place, `day-${new Date().getDay()}`)
  return entry.toUpperCase()
}
