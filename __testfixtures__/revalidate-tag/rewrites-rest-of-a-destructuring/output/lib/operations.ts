import { revalidateTag } from 'next/cache'

export const operations = {
  list() {
    return ['orders']
  },
  expire(id: string) {
    revalidateTag(`order-${id}`, { expire: 0 })
  },
}
