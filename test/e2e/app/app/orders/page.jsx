import { Entry } from '@/lib/entry'
import { getOrders } from '@/lib/readers'
import { saveOrders } from './actions'

export default async function OrdersPage() {
  return <Entry value={await getOrders()} save={saveOrders} />
}
