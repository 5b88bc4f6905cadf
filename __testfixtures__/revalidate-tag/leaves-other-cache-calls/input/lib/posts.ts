import { cacheLife, cacheTag, unstable_cache } from 'next/cache'

export async function getPosts() {
  'use cache'
  cacheLife('hours')
  cacheTag('posts')
  return ['hello']
}

export const getPost = unstable_cache(async (slug: string) => ({ slug }), ['post'], { tags: ['posts'] })
