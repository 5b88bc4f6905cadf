import { unstable_cacheTag } from 'next/cache'

const cacheTag = (id: string) => `fighter:${id}`

export async function getFighter(id: string) {
  'use cache'
  unstable_cacheTag(cacheTag(id))
  return { id }
}
