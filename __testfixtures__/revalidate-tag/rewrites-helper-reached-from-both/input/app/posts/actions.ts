'use server'

import { db } from '../../lib/db'
import { expirePost } from '../../lib/post-cache'

export async function publish(slug: string) {
  await db.save({ id: slug, published: true })
  expirePost(slug)
}
