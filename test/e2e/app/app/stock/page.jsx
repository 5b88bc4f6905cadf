import { Entry } from '@/lib/entry'
import { getStock } from '@/lib/readers'
import { saveStock } from './actions'

export default async function StockPage() {
  return <Entry value={await getStock()} save={saveStock} />
}
