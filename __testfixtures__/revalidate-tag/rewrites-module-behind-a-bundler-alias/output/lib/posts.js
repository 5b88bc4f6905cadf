import { revalidateTag } from 'next/cache'

export function expirePosts() {
  revalidateTag('posts', { expire: 0 })
}
