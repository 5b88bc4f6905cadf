import { cacheLife as life, cacheTag } from 'next/cache'

export async function getPosts() {
  'use cache'
  cacheTag('posts')
  life('days')
  return []
}
