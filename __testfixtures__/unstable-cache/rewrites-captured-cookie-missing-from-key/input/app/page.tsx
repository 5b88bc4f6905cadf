import { getBasket } from '../lib/basket'

export default async function Page() {
  return <p>{(await getBasket()).count}</p>
}
