import { revalidateTag } from 'next/cache'
import type { CachePort, Job } from './ports'

const linkCache = {
  expire(id: string) {
    revalidateTag(`link-${id}`, { expire: 0 })
  },
}

function expireClicks(id: string) {
  revalidateTag(`clicks-${id}`, { expire: 0 })
}

export function getLinkCache(): CachePort {
  return linkCache
}

export const getClickJob = (): Job => expireClicks

export function expireLink(id: string) {
  linkCache.expire(id)
  expireClicks(id)
}
