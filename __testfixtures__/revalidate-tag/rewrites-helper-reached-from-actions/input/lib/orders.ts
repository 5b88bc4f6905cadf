import { expireOrder } from './cache-tags'
import { db } from './db'

export async function cancelOrder(id: string) {
  await db.save({ id, cancelled: true })
  expireOrder(id)
}
