import { revalidateTag } from 'next/cache'

export function expireUser(id: string) {
  revalidateTag(`user:${id}`)
}
