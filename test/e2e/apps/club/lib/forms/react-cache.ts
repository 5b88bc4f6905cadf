import { unstable_cache } from 'next/cache'
import { cache } from 'react'
import { readEntry } from '../store'

export const getProfile = cache(
  unstable_cache(async (member: string) => `${await readEntry('profile')} for ${member}`, ['profile'], {
    tags: ['profile'],
  }),
)
