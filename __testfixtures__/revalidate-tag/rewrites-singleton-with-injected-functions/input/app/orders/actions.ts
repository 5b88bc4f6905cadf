'use server'

import { cache, expireAudit, expireStock } from '../../lib/cache'

export async function pay(id: string) {
  cache.expire(id)
  expireStock()
  expireAudit()
}
