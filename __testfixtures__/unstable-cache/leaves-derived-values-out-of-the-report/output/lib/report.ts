import { cacheLife } from 'next/cache'

const hashOf = (text: string) => String(text.length)

async function getCachedReport(name: string, month: number, year: number) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return `${name} ${month}`
}

export async function getReport(year: number) {
  const month = year * 12
  const name = hashOf(`report-${year}`)
  const report = await getCachedReport(name, month, year)
  return `${report} of ${name}`
}
