import { getRates } from '../lib/currency'

export default async function Page() {
  const { currency, rates } = await getRates()
  return <p>{`1 ${currency} is ${rates.USD} USD`}</p>
}
