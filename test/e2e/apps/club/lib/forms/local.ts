import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

export async function getFees(member: string): Promise<string> {
  const year = 2020 + 6
  const load = unstable_cache(
    async (kind: string) => `${kind} ${await readEntry('fees')} for ${member} in ${year}`,
    ['fees', member, String(year)],
    { tags: ['fees'] },
  )
  const [entry, late] = await Promise.all([load('entry'), load('late')])
  return `${entry}, ${late}`
}
