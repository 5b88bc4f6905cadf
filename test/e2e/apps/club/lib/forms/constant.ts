import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

export const getLoans = unstable_cache(
  async (member: string) => `${await readEntry('loans')} for ${member}`,
  ['loans'],
  { tags: ['loans'], revalidate: 3600 },
)
