import { revalidateTag } from 'next/cache'

export function touch(id: string) {
  revalidateTag(`stats:${id}`)
}
