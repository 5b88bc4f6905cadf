import { expireOrders } from '../lib/orders'

export default async function job() {
  expireOrders()
}
