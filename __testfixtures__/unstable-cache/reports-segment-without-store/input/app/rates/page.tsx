import { getRates } from '../../lib/rates'

export const fetchCache = 'force-no-store'

export default async function Page() {
  return <p>{(await getRates()).eur}</p>
}
