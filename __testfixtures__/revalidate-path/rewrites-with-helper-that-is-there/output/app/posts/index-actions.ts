'use server'

import { updateTag } from 'next/cache'
import { type Post, getPosts, postTags } from '../../lib'

export async function publishAll(): Promise<Post[]> {
  updateTag(postTags.list())
  return getPosts()
}
