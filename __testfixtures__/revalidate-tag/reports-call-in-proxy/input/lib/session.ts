import { revalidateTag } from 'next/cache'

export function expireSession(id: string) {
  revalidateTag(`session:${id}`)
}
