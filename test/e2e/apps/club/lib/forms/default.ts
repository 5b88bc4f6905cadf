import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

export default unstable_cache(
  async (member: string) => `${await readEntry('badge')} for ${member}`,
  ['badge'],
  { tags: ['badge'] },
)
