import { getCart } from '../lib/cart'
import { clear } from './actions'

export default async function Page() {
  return (
    <form action={clear}>
      <button type="submit">{(await getCart()).length}</button>
    </form>
  )
}
