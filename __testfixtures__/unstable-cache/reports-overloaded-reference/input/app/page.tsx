import { getPrice, getWrapped } from '../lib/price'

export default async function Page() {
  return <p>{(await getPrice('1', 'EUR')) + String((await getWrapped('a')).value)}</p>
}
