'use server'

import { updateTag } from 'next/cache'
import { postTags, ARCHIVE } from '../lib/tags'

export async function publish(slug: string) {
  updateTag(postTags.list())
}

export async function count(slug: string) {
  updateTag(postTags.list())
  updateTag(postTags.record(slug))
}

export async function archive(year: number) {
  updateTag(ARCHIVE)
}
