'use server'

import { updateTag } from 'next/cache'
import { authorsTag } from '../lib/authors'
import { postTags } from '../lib/tags'

export async function publish() {
  updateTag(authorsTag)
  updateTag(postTags.list())
}

export async function rename(slug: string) {
  updateTag(postTags.record(slug))
}
