import { revalidateTag } from 'next/cache'

export function expirePost(slug: string) {
  revalidateTag(`post:${slug}`)
}

export function expireDraft(slug: string) {
  revalidateTag(`draft:${slug}`)
}
