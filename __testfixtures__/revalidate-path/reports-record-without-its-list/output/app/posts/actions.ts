'use server'

import { updateTag } from 'next/cache'
import { expireAll, expireRecord } from '../../lib/expire'
import { postTags } from '../../lib/tags'

export async function rename(slug: string) {
  updateTag(postTags.record(slug))
}

export async function renameBoth(slug: string) {
  updateTag(postTags.record(slug))
  updateTag(postTags.list())
}

export async function archive(slug: string) {
  updateTag(postTags.record(slug))
  expireAll()
}

export async function restore(slug: string) {
  expireRecord(slug)
  expireAll()
}
