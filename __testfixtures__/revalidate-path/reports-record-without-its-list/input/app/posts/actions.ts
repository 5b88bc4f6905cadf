'use server'

import { revalidatePath, updateTag } from 'next/cache'
import { expireAll, expireRecord } from '../../lib/expire'
import { postTags } from '../../lib/tags'

export async function rename(slug: string) {
  revalidatePath(`/posts/${slug}`)
}

export async function renameBoth(slug: string) {
  revalidatePath(`/posts/${slug}`)
  revalidatePath('/posts')
}

export async function archive(slug: string) {
  updateTag(postTags.record(slug))
  expireAll()
}

export async function restore(slug: string) {
  expireRecord(slug)
  expireAll()
}
