import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

async function readRules(form: 'short' | 'long'): Promise<string> {
  return `${form}: ${await readEntry('rules')}`
}

/** No `revalidate`: it lives until it is invalidated. */
export const getRules = unstable_cache(readRules, ['rules'], { tags: ['rules'] })
