'use server'

import { updateTag } from 'next/cache'
import { postTags } from '../../lib/tags'

export async function savePost(id: string) {
  updateTag(postTags.record(id))
  updateTag('authors')
  updateTag('menu')
  updateTag('rates')
  updateTag('static-pages')
}
