import { cacheLife, cacheTag } from 'next/cache'
import { loadVenues } from './load'

export async function getEvent(id: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('events')
  return { id, at: new Date(2024, 0, 1), guests: new Set(['Ann']) }
}

export async function getVenues() {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('venues')
  return loadVenues()
}
