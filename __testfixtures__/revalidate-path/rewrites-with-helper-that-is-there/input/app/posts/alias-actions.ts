'use server'

import { revalidatePath, updateTag } from 'next/cache'
import { postTags as tags } from '../../lib/tags'

export async function alias(slug: string) {
  updateTag(tags.list())
  revalidatePath(`/posts/${slug}`)
}
