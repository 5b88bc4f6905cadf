import { revalidateTag, updateTag } from 'next/cache'

export function expirePost(slug: string) {
  revalidateTag(`post:${slug}`, { expire: 0 })
}

export function expireDraft(slug: string) {
  updateTag(`draft:${slug}`)
}
