'use server'

import { revalidatePath, updateTag } from 'next/cache'
import { postTags } from '../../lib'

export async function barrel(slug: string) {
  updateTag(postTags.list())
  revalidatePath(`/posts/${slug}`)
}
