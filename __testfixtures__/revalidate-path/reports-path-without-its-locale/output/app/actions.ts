'use server'

import { revalidatePath, updateTag } from 'next/cache'
import { postTags } from '../lib/tags'

export async function publish(locale: string) {
  revalidatePath('/posts')
  revalidatePath('/de')
  updateTag(postTags.list())
}

export async function publishInEnglish() {
  updateTag(postTags.list())
}
