import { currentCart } from '../lib/cart'

export default async function Page() {
  return <main>{(await currentCart()).length}</main>
}
