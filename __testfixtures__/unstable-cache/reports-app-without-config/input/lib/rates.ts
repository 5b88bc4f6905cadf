import { unstable_cache } from 'next/cache'

export const getRates = unstable_cache(async () => ({ eur: 1 }), ['rates'], { revalidate: 60 })
