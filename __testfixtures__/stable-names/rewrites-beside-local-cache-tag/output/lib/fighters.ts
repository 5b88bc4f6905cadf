import { cacheTag as nextCacheTag } from 'next/cache'

const cacheTag = (id: string) => `fighter:${id}`

export async function getFighter(id: string) {
  'use cache'
  nextCacheTag(cacheTag(id))
  return { id }
}
