import { revalidateTag } from 'next/cache'

export const tag = (id: string) => `invoice:${id}`

export function expire(id: string) {
  revalidateTag(tag(id))
}
