import { Hono } from 'hono'
import { expireOrders } from '../lib/orders'

export const orders = new Hono().post('/', (c) => {
  expireOrders()
  return c.json({ ok: true })
})
