import { revalidateTag } from 'next/cache'

export const users = {
  expire(id: string) {
    revalidateTag(`user-${id}`)
  },
}
