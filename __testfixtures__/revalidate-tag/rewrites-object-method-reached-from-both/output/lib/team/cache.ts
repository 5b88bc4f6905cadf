import { revalidateTag } from 'next/cache'

export const teamCache = {
  tag: { byId: (id: string) => `teams-${id}` },
  revalidate(id: string) {
    this.expire(this.tag.byId(id))
  },
  expire(tag: string) {
    revalidateTag(tag, { expire: 0 })
  },
}
