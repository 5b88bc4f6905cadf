import { cacheLife, cacheTag } from 'next/cache'

/** What a plan costs, by the name that the cookie holds. */
export async function getPlan(plan: string, currency: 'EUR' | 'USD' = 'EUR') {
  'use cache'
  cacheLife({ revalidate: 86_400 })
  cacheTag('plans')
  return { plan, price: plan.length, currency }
}
