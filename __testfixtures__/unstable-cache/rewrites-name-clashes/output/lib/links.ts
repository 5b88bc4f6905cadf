import { cacheLife, cacheTag as nextCacheTag } from 'next/cache'

interface User {
  id: string
}

const cacheTag = (name: string) => `links-${name}`

export function getCachedLinks() {
  return cacheTag('all')
}

async function load(path: string): Promise<string[]> {
  const response = await fetch(`https://links.example/${path}`)
  return response.json()
}

async function getCachedLinks2(userId2: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  nextCacheTag(cacheTag(userId2))
  const userId = await load('whoami')
  return load(`${userId2}/${userId}`)
}

export async function getLinks(user: User) {
  const links = await getCachedLinks2(user.id)
  return links.sort()
}

async function getCachedBoth(place: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return load(place)
}

async function getCachedSecond(path: string, place: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return load(`${place}/${path}`)
}

export async function getBoth(place: string) {
  const cacheLife = place.length
  const first = await getCachedBoth(place)
  const second = await getCachedSecond('more', place)
  return [first, second, cacheLife]
}
