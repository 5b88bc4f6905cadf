import { getShop } from '../lib/shop'

export default async function Page() {
  return <p>{(await getShop('1')).id}</p>
}
