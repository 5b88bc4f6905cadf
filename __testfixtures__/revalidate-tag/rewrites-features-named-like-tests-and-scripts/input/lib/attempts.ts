import { revalidateTag } from 'next/cache'

export function expireAttempt(id: string) {
  revalidateTag(`attempt-${id}`)
}
