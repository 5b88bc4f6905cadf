import { getCollections, getProduct } from '../lib/queries'

export default async function Page() {
  return <p>{(await getCollections()).join() + (await getProduct('shoe')).title}</p>
}
