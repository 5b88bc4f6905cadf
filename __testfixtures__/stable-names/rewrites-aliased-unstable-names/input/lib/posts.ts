import { unstable_cacheLife as life, unstable_cacheTag as cacheTag } from 'next/cache'

export async function getPosts() {
  'use cache'
  cacheTag('posts')
  life('days')
  return []
}
