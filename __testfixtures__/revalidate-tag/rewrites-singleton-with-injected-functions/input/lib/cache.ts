import { revalidateTag } from 'next/cache'

class Cache {
  expire(id: string) {
    revalidateTag(`order-${id}`)
  }
}

export const cache = new Cache()

export function expireStock() {
  revalidateTag('stock')
}

export function expireAudit() {
  revalidateTag('audit')
}
