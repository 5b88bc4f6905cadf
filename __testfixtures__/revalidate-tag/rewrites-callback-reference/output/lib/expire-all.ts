import * as cache from 'next/cache'

export const expireAll = (tags: string[]) => {
  tags.forEach((tag) => cache.revalidateTag(tag, 'max'))
}
