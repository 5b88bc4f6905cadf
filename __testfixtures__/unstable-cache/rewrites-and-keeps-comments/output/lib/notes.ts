// Notes of a user.
import { cacheLife, cacheTag } from 'next/cache' // the cache of Next.js

/** All notes. */
// Slow, hence the cache.
export async function getNotes(owner: string) {
  'use cache'
  cacheLife({ revalidate: 3600 }) // an hour
  // Refreshed by hand, see the actions.
  cacheTag('notes')
  // One request is enough.
  const response = await fetch(`https://notes.example/${owner}`) // no auth needed

  /* The answer is a list. */
  return (await response.json()) as string[]
  // nothing else
} // kept for long

async function getCachedCount(owner: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  // @ts-expect-error -- the types of the server are wrong
  const total: string = await load(owner)
  return Number(total)
}

export async function countNotes(owner: string) {
  // Counted by the server.
  const count = await getCachedCount(owner) // 30 minutes
  return count
}

async function load(owner: string): Promise<number> {
  return owner.length
}
