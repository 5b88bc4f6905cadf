'use server'

import { updateTag } from 'next/cache'
import { postTags } from '../../lib/tags'

export const publish = async () => updateTag(postTags.list())

export async function publishSome(slug: string, isNew: boolean) {
  isNew && updateTag(postTags.list())
  await Promise.all([fetch('https://cms.example/import'), updateTag(postTags.record(slug))])
  return fetch('https://cms.example/publish').then(() => updateTag(postTags.list()))
}
