import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

export const shelf = {
  size: 12,
  list: unstable_cache(async (member: string) => `${await readEntry('shelf')} for ${member}`, ['shelf'], {
    tags: ['shelf'],
  }),
}

export class Desk {
  readonly place = 'hall'

  static #rank = unstable_cache(
    async (member: string) => `${await readEntry('rank')} for ${member}`,
    ['rank'],
    { tags: ['rank'] },
  )

  static rank(member: string) {
    return Desk.#rank(member)
  }

  static queue = unstable_cache(
    async (member: string) => `${await readEntry('desk')} for ${member}`,
    ['desk'],
    { tags: ['desk'] },
  )

  static seats(member: string) {
    return unstable_cache(async () => `${await readEntry('seats')} for ${member}`, ['seats', member], {
      tags: ['seats'],
    })()
  }
}
