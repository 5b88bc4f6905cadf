import { revalidateTag } from 'next/cache'

export function expireLikes(id: string) {
  revalidateTag(`likes:${id}`)
}
