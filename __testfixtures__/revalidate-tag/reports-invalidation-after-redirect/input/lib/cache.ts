import { updateTag } from 'next/cache'

export function expirePosts() {
  updateTag('posts')
}
