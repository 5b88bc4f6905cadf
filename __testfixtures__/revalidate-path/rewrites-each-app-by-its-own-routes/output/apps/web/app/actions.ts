'use server'

import { updateTag } from 'next/cache'
import { shared } from '@two/cache'
import { postTags } from '../lib/tags'

export async function publish() {
  shared()
  updateTag(postTags.list())
}
