import { getShops } from '../lib/shop'

export default async function Page() {
  return <p>{(await getShops('de')).join()}</p>
}
