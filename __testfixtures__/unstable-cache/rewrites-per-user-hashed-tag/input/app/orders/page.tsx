import { getOrders } from '../../lib/orders'

export default async function OrdersPage() {
  return <p>{(await getOrders()).length} orders</p>
}
