import { cacheTag } from 'next/cache'
import { POSTS_TAG, postTag } from '@/lib/tags'

export async function getPost(id: string) {
  'use cache'
  cacheTag(POSTS_TAG, postTag(id))
  return { id }
}
