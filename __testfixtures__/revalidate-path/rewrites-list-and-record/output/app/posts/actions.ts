'use server'

import { updateTag } from 'next/cache'
import { postTags } from '../../lib/tags'

export async function savePost(slug: string, form: FormData) {
  await fetch(`https://cms.example/posts/${slug}`, { method: 'PUT', body: form })
  updateTag(postTags.list())
  updateTag(postTags.record(slug))
}
