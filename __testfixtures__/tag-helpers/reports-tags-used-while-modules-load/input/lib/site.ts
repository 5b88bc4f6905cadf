import { unstable_cache } from 'next/cache'

export const siteName = 'harbour'
export const getBerths = unstable_cache(async () => [siteName], ['berths'], { tags: ['berths'] })
