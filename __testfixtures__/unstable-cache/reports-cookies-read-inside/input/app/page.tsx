import { getCart } from '../lib/cart'

export default async function Page() {
  return <p>{(await getCart()).items.length}</p>
}
