'use server'

import { unstable_cache } from 'next/cache'
import { readEntry } from '@/lib/store'

export const getNotices = unstable_cache(
  async (member: string) => `${await readEntry('notices')} for ${member}`,
  ['notices'],
  { tags: ['notices'] },
)
