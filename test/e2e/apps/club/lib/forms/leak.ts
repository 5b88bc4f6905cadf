import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

/** The key has forgotten the member. */
export async function getGreeting(member: string): Promise<string> {
  const greet = unstable_cache(async () => `${await readEntry('greeting')} for ${member}`, ['greeting'], {
    tags: ['greeting'],
  })
  return greet()
}
