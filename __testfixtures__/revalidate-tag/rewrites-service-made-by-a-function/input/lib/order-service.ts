import { revalidateTag } from 'next/cache'
import { db } from './db'

function createOrderService(prefix: string) {
  return {
    list() {
      return db.rows(prefix)
    },
    expire(id: string) {
      revalidateTag(`${prefix}-${id}`)
    },
    purge() {
      revalidateTag(prefix)
    },
  }
}

export const orders = createOrderService('orders')
