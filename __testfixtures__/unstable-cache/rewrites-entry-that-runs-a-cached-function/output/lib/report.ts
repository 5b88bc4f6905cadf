import { cacheLife, cacheTag } from 'next/cache'

export async function getReport(year: number) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('report')
  const rows = await getRows(year)
  return rows.length + (await getTotal(year))
}

export async function getTotal(year: number) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('report', 'total')
  return year * 12
}

async function getRows(year: number) {
  'use cache'
  cacheTag('rows')
  return [year]
}
