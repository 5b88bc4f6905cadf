import { expireOrders } from '../../lib/orders'

export default async function run() {
  expireOrders()
}
