'use server'

import { updateTag } from 'next/cache'
import { postTags } from '../lib/tags'
import { docTags } from '../lib/doc-tags'

export async function publish(slug: string) {
  updateTag(postTags.record(slug))
}

export async function publishArchive() {
  updateTag(postTags.list())
}

export async function publishGuide() {
  updateTag(docTags.all())
}
