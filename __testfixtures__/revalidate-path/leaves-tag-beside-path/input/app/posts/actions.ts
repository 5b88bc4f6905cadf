'use server'

import { revalidatePath, updateTag } from 'next/cache'
import { postTags } from '../../lib/tags'

export async function publish(isNew: boolean) {
  if (isNew) updateTag(postTags.list())
  return revalidatePath('/posts')
}
