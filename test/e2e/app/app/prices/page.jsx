import { Entry } from '@/lib/entry'
import { getPrices } from '@/lib/readers'

export default async function PricesPage() {
  return <Entry value={await getPrices()} />
}
