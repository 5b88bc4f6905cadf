import { revalidateTag } from 'next/cache'

class LinkCache {
  expire(id: string) {
    revalidateTag(`link-${id}`, { expire: 0 })
  }
}

export const links = new LinkCache()
