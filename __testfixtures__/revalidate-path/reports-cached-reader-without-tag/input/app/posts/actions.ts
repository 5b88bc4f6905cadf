'use server'

import { revalidatePath, updateTag } from 'next/cache'
import { postTags } from '../../lib/tags'

export async function publish() {
  updateTag(postTags.list())
  revalidatePath('/posts')
}
