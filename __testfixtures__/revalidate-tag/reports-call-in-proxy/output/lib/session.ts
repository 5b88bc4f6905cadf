import { updateTag } from 'next/cache'

export function expireSession(id: string) {
  updateTag(`session:${id}`)
}
