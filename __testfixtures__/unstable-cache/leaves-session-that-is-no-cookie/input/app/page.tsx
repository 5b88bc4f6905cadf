import { getPrices } from '../lib/prices'

export default async function Page() {
  return <p>{(await getPrices()).amount}</p>
}
