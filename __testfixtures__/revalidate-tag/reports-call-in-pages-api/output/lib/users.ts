import { updateTag } from 'next/cache'

export function expireUser(id: string) {
  updateTag(`user:${id}`)
}
