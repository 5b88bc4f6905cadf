import { cacheTag, unstable_cache } from 'next/cache'

export const getReport = unstable_cache(
  async (year: number) => {
    const rows = await getRows(year)
    return rows.length + (await getTotal(year))
  },
  ['report'],
  { tags: ['report'] },
)

export const getTotal = unstable_cache(async (year: number) => year * 12, ['total'], { tags: ['report', 'total'] })

async function getRows(year: number) {
  'use cache'
  cacheTag('rows')
  return [year]
}
