import { revalidateTag } from 'next/cache'

export const postTag = (slug: string) => `post:${slug}`

export function expirePost(slug: string) {
  revalidateTag(postTag(slug), { expire: 0 })
}
