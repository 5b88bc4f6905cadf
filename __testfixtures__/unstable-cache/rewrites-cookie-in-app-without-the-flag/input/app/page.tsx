import { cookies } from 'next/headers'
import { getPlan } from '../lib/plan'

export default async function Page() {
  const { value = 'free' } = (await cookies()).get('plan') ?? {}
  return <p>{(await getPlan(value)).price}</p>
}
