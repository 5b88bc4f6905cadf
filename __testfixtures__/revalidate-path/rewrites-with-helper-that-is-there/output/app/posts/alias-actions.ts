'use server'

import { updateTag } from 'next/cache'
import { postTags as tags } from '../../lib/tags'

export async function alias(slug: string) {
  updateTag(tags.list())
  updateTag(tags.record(slug))
}
