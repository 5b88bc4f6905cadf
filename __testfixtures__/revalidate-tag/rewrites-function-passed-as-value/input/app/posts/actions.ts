'use server'

import { expireDraft, expirePost } from '../../lib/posts'
import { retry } from '../../lib/retry'

export async function publish(slug: string) {
  await retry(expirePost, slug)
  await retry(expireDraft, slug)
}
