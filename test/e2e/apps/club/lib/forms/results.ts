import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

/** A Date comes out of the old cache as text, after the first call. */
export const getEvent = unstable_cache(
  async (member: string) => ({ member, at: new Date(await readEntry('event')) }),
  ['event'],
  { tags: ['event'] },
)

export class ClosedError extends Error {
  override name = 'ClosedError'
}

export const getOpening = unstable_cache(
  async (member: string): Promise<string> => {
    const opening = await readEntry('opening')
    if (opening === 'closed') throw new ClosedError(`the club is closed to ${member}`)
    return opening
  },
  ['opening'],
  { tags: ['opening'] },
)
