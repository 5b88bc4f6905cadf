import { unstable_cache } from 'next/cache'

export async function getDay(place: string) {
  const entry = await unstable_cache(async () => `Sunny in ${place}`, [place], {
    tags: [`day-${new Date().getDay()}`, 'weather'],
    revalidate: 60,
  })()
  return entry.toUpperCase()
}
