import { unstable_cache } from 'next/cache'

/** What a plan costs, by the name that the cookie holds. */
export const getPlan = unstable_cache(
  async (plan: string, currency: 'EUR' | 'USD' = 'EUR') => ({ plan, price: plan.length, currency }),
  ['plan'],
  { tags: ['plans'], revalidate: 86_400 },
)
