import { unstable_cache } from 'next/cache'
import { draftMode } from 'next/headers'
import { readEntry } from '../store'

export async function getArticle(member: string): Promise<string> {
  const { isEnabled } = await draftMode()
  const read = async () => `${await readEntry('article')} for ${member}`
  return isEnabled
    ? read()
    : unstable_cache(async () => `${await readEntry('article')} for ${member}`, ['article', member], {
        tags: ['article'],
      })()
}
