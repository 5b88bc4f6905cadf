import { Hono } from 'hono'
import { handle } from 'hono/vercel'
import { orders } from '../../../server/orders'

const app = new Hono().basePath('/api')
const routes = app.route('/orders', orders)

export type AppType = typeof routes
export const POST = handle(app)
