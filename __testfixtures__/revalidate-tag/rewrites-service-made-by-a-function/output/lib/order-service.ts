import { revalidateTag, updateTag } from 'next/cache'
import { db } from './db'

function createOrderService(prefix: string) {
  return {
    list() {
      return db.rows(prefix)
    },
    expire(id: string) {
      updateTag(`${prefix}-${id}`)
    },
    purge() {
      revalidateTag(prefix, 'max')
    },
  }
}

export const orders = createOrderService('orders')
