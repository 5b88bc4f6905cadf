import { updateTag } from 'next/cache'
import { postTags } from './tags'

export function expireRecord(slug: string) {
  updateTag(postTags.record(slug))
}

export function expireAll() {
  updateTag(postTags.list())
}
