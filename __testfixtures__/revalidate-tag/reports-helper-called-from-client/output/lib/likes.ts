import { updateTag } from 'next/cache'

export function expireLikes(id: string) {
  updateTag(`likes:${id}`)
}
