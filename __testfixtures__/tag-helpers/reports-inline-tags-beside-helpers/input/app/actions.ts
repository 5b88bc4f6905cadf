'use server'

import { updateTag } from 'next/cache'

export async function save(post: { id: string }) {
  updateTag(`post-${post.id}`)
  updateTag('posts')
}
