import { revalidateTag } from 'next/cache'
import { postTags } from './tags'

export function published(slug: string) {
  revalidateTag(postTags.list(), { expire: 0 })
  revalidateTag(postTags.record(slug), { expire: 0 })
}
