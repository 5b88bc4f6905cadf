import { getRates, refresh } from '../lib/rates'

export default async function Page() {
  await refresh()
  return <p>{(await getRates()).eur}</p>
}
