'use server'

import { updateTag } from 'next/cache'
import { postTags } from '../../lib/tags'

export async function publish() {
  updateTag(postTags.list())
}
