import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

/** Stays as it is, with the tag of entries that are migrated. */
// retag-ignore unstable-cache -- the old kind, for comparison
export const getOldLoans = unstable_cache(
  async (member: string) => `${await readEntry('loans')} for ${member}`,
  ['old-loans'],
  { tags: ['loans'] },
)
