import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

const feedTag = 'feed'

/** The function does nothing but cache. */
export async function getFeed(member: string): Promise<string> {
  const own = `${feedTag}-${member}`
  const tags = [feedTag, own]
  return unstable_cache(async () => `${await readEntry('feed')} for ${member}`, ['feed', member], { tags })()
}
