import { unstable_cache } from 'next/cache'
import { FOREVER, HOUR, newsOptions } from './settings'

const load = async (section: string) => ({ section, headlines: ['Nothing new'] })
const key = ['news']
const options = { revalidate: HOUR, tags: ['news', 'politics'] } as const

export const getNews = unstable_cache(async (section: string) => load(section), key, newsOptions)

export const getPolitics = unstable_cache(async () => load('politics'), key, { ...options, tags: ['politics'] })

export const getArchive = unstable_cache(async () => load('archive'), ['archive'] as const as unknown as string[], {
  revalidate: FOREVER,
})

export async function getSports(league: string) {
  const tags = ['sports', `sports-${league}`]
  return unstable_cache(async () => load(`sports/${league}`), ['sports', league], { revalidate: HOUR / 2, tags })()
}
