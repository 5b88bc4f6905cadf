import { revalidateTag } from 'next/cache'

export function expireNote(id: string) {
  revalidateTag(`note:${id}`, 'max')
}
