import { unstable_cache } from 'next/cache'
import { cookies as visitorCookies } from 'next/headers'
import { cookies } from './jar'
import { getSession } from './session'

export async function getPrices() {
  const session = await getSession()
  const plan = (await cookies()).get('plan') ?? 'free'
  const currency = (await visitorCookies()).get('currency')?.value
  const prices = await unstable_cache(
    async () => ({ plan, by: session.user.id, amount: 5 }),
    ['prices', plan, session.user.id],
    { tags: ['prices'] },
  )()
  return { ...prices, currency }
}
