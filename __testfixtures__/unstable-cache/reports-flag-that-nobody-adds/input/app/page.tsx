import { getRates } from '../lib/rates'

export default async function Page() {
  return <p>{(await getRates()).eur}</p>
}
