import { cookies } from 'next/headers'
import { getPlan, getPrice } from '../lib/plans'

export default async function Page() {
  const plan = (await cookies()).get('plan')?.value ?? 'free'
  return <p>{(await getPlan(plan)) + (await getPrice('free'))}</p>
}
