import { revalidateTag } from 'next/cache'

class LinkCache {
  expire(id: string) {
    revalidateTag(`link-${id}`)
  }
}

export const links = new LinkCache()
