import { cacheLife, cacheTag, unstable_cache } from 'next/cache'

export async function getReport(year: number) {
  'use cache'
  cacheLife('days')
  cacheTag('report')
  const figures = await unstable_cache(async () => [year, year + 1], ['figures', String(year)], { tags: ['figures'] })()
  return { figures, total: await getTotal(year) }
}

export const getTotal = unstable_cache(async (year: number) => year * 12, ['total'], { tags: ['total'] })
