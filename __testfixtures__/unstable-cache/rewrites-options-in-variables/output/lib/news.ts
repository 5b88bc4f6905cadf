import { cacheLife, cacheTag } from 'next/cache'
import { HOUR, newsOptions } from './settings'

const load = async (section: string) => ({ section, headlines: ['Nothing new'] })
const key = ['news']
const options = { revalidate: HOUR, tags: ['news', 'politics'] } as const

export async function getNews(section: string) {
  'use cache'
  cacheLife({ revalidate: newsOptions.revalidate })
  cacheTag(...newsOptions.tags)
  return load(section)
}

export async function getPolitics() {
  'use cache'
  cacheLife({ revalidate: options.revalidate })
  cacheTag('politics')
  return load('politics')
}

export async function getArchive() {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return load('archive')
}

export async function getSports(league: string) {
  'use cache'
  cacheLife({ revalidate: HOUR / 2 })
  const tags = ['sports', `sports-${league}`]
  cacheTag(...tags)
  return load(`sports/${league}`)
}
