'use server'

import { revalidatePath, updateTag } from 'next/cache'
import { postTags } from '../../lib/tags'

export async function publish(isNew: boolean) {
  updateTag(postTags.list())
  if (isNew) {
    revalidatePath('/archive')
  }
}

export async function restore(isNew: boolean) {
  if (isNew) {
    updateTag(postTags.list())
  } else {
    updateTag(postTags.list())
  }
}
