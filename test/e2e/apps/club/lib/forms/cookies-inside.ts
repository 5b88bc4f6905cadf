import { unstable_cache } from 'next/cache'
import { cookies } from 'next/headers'
import { readEntry } from '../store'

/** `cookies()` is read in the function that caches. */
export async function getWishes(): Promise<string> {
  const member = (await cookies()).get('member')?.value ?? 'a guest'
  return unstable_cache(async () => `${await readEntry('wishes')} for ${member}`, ['wishes', member], {
    tags: ['wishes'],
  })()
}
