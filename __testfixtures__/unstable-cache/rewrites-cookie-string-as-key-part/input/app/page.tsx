import { cookies } from 'next/headers'
import { getSession } from '../lib/session'

export default async function Page() {
  const sid = (await cookies()).get('sid')?.value ?? ''
  const session = await getSession(sid)
  return <p>{session ? `You are on the ${session.plan} plan.` : 'Please sign in.'}</p>
}
