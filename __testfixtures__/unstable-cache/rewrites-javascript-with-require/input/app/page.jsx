import { getShop, getShops } from '../lib/shop'

export default async function Page() {
  const [first] = await getShops('de')
  return <p>{(await getShop(first)).id}</p>
}
