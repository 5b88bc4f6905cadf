import { currentCart } from '../lib/cart'

export const runtime = 'edge'

export default async function Page() {
  return <main>{(await currentCart()).length}</main>
}
