'use server'

import { updateTag } from 'next/cache'
import { postTags } from '../../lib/tags'

export async function plain(slug: string) {
  updateTag(postTags.list())
  updateTag(postTags.record(slug))
}
