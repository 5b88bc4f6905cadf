'use server'

import { updateTag } from 'next/cache'
import { POSTS_TAG, postTag } from '@/lib/tags'

export async function save(id: string) {
  updateTag(postTag(id))
  updateTag(POSTS_TAG)
}
