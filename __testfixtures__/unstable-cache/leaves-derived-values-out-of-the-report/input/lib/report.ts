import { unstable_cache } from 'next/cache'

const hashOf = (text: string) => String(text.length)

export async function getReport(year: number) {
  const month = year * 12
  const name = hashOf(`report-${year}`)
  const report = await unstable_cache(async () => `${name} ${month}`, ['report', String(year)])()
  return `${report} of ${name}`
}
