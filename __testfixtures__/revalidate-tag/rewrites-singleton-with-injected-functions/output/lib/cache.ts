import { revalidateTag } from 'next/cache'

class Cache {
  expire(id: string) {
    revalidateTag(`order-${id}`, { expire: 0 })
  }
}

export const cache = new Cache()

export function expireStock() {
  revalidateTag('stock', { expire: 0 })
}

export function expireAudit() {
  revalidateTag('audit', { expire: 0 })
}
