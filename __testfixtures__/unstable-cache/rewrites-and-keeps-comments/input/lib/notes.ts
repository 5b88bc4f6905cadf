// Notes of a user.
import { unstable_cache } from 'next/cache' // the cache of Next.js

/** All notes. */
export const getNotes = unstable_cache(
  // Slow, hence the cache.
  async (owner: string) => {
    // One request is enough.
    const response = await fetch(`https://notes.example/${owner}`) // no auth needed

    /* The answer is a list. */
    return (await response.json()) as string[]
    // nothing else
  },
  // The key:
  ['notes'],
  {
    // Refreshed by hand, see the actions.
    tags: ['notes'],
    revalidate: 3600, // an hour
  },
) // kept for long

export async function countNotes(owner: string) {
  // Counted by the server.
  const count = await unstable_cache(
    async () => {
      // @ts-expect-error -- the types of the server are wrong
      const total: string = await load(owner)
      return Number(total)
    },
    ['count', owner], // one entry per owner
  )() // 30 minutes
  return count
}

async function load(owner: string): Promise<number> {
  return owner.length
}
