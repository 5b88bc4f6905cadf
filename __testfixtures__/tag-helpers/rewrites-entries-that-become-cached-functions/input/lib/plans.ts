import { unstable_cache } from 'next/cache'

export const getPlans = unstable_cache(
  async (org: string) => {
    return [org]
  },
  ['plans'],
  { tags: ['plans'], revalidate: 60 },
)
