import { revalidateTag } from 'next/cache'

export const taskTag = (id: string) => `task:${id}`

export function expireTask(id: string) {
  revalidateTag(taskTag(id))
}
