'use server'

import { updateTag } from 'next/cache'
import { postTags } from '../../lib'

export async function barrel(slug: string) {
  updateTag(postTags.list())
  updateTag(postTags.record(slug))
}
