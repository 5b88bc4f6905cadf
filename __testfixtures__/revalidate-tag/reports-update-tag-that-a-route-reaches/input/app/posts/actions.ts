'use server'

import { expirePost } from '../../lib/posts'

export async function publish(slug: string) {
  expirePost(slug)
}
