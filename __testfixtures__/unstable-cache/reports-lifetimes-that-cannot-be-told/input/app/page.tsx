import { getFor, getHourly, getLater, getNow } from '../lib/rates'

export default async function Page() {
  return <p>{(await getHourly()) + (await getFor(5)) + (await getNow()) + (await getLater(false))}</p>
}
