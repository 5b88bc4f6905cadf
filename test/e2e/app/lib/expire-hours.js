import { revalidateTag } from 'next/cache'

/** Only actions come here. */
export function expireHours() {
  revalidateTag('hours')
}
