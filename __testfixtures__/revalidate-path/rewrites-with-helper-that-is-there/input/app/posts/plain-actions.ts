'use server'

import { revalidatePath, updateTag } from 'next/cache'
import { postTags } from '../../lib/tags'

export async function plain(slug: string) {
  updateTag(postTags.list())
  revalidatePath(`/posts/${slug}`)
}
