import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

/** An entry for each element; what `map` hands over besides belongs to no key. */
export async function getTeam(names: string[]): Promise<string[]> {
  return Promise.all(
    names.map((name) =>
      unstable_cache(async () => `${await readEntry('team')} for ${name}`, ['team', name], {
        tags: ['team'],
      })(),
    ),
  )
}
