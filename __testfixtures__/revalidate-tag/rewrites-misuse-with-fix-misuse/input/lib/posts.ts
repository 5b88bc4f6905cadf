import { updateTag } from 'next/cache'

export function expirePost(slug: string) {
  updateTag(`post:${slug}`)
}
