import { unstable_cache, cacheLife } from 'next/cache'

export const getPlan = async (plan: string) => {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return plan.length
}

export const getPrice = async (plan: string) => unstable_cache(async () => plan.length * 5, ['price', plan])()
