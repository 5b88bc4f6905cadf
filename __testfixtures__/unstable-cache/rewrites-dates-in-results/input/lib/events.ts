import { unstable_cache } from 'next/cache'
import { loadVenues } from './load'

export const getEvent = unstable_cache(
  async (id: string) => ({ id, at: new Date(2024, 0, 1), guests: new Set(['Ann']) }),
  ['event'],
  { tags: ['events'] },
)

export const getVenues = unstable_cache(loadVenues, ['venues'], { tags: ['venues'] })
