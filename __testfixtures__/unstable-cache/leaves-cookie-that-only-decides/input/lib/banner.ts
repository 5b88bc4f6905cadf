import { unstable_cache } from 'next/cache'
import { cookies } from 'next/headers'

export async function getBanner(place: string) {
  const store = await cookies()
  if (store.get('banner')?.value === 'hidden') return null
  const text = await unstable_cache(async () => `Sale in ${place}`, ['banner', place], { tags: ['banner'] })()
  return store.has('loud') ? text.toUpperCase() : text
}
