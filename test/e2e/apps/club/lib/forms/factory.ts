import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

/** Makes a cached function for each member. */
export const cachedVisits = (member: string) =>
  unstable_cache(async () => `${await readEntry('visits')} for ${member}`, ['visits', member], {
    tags: ['visits'],
  })
