import { revalidateTag } from 'next/cache'
import type { CachePort, Job } from './ports'

const linkCache = {
  expire(id: string) {
    revalidateTag(`link-${id}`)
  },
}

function expireClicks(id: string) {
  revalidateTag(`clicks-${id}`)
}

export function getLinkCache(): CachePort {
  return linkCache
}

export const getClickJob = (): Job => expireClicks

export function expireLink(id: string) {
  linkCache.expire(id)
  expireClicks(id)
}
