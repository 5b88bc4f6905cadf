import { revalidateTag } from 'next/cache'

export function expirePost(slug: string) {
  revalidateTag(`post:${slug}`, { expire: 0 })
}
