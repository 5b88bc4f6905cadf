'use server'

import { updateTag } from 'next/cache'
import { authorTags, postTags } from '../../lib/tags'

export async function importAll() {
  await fetch('https://cms.example/import', { method: 'POST' })
  updateTag(authorTags.list())
  updateTag(postTags.list())
}

export async function importAgain() {
  updateTag(authorTags.list())
  return updateTag(postTags.list())
}
