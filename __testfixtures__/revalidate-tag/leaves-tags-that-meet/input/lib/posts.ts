import { cacheTag } from 'next/cache'
import { cached } from './cached'
import { postTags } from './tags'

export async function getPost(slug: string) {
  'use cache'
  cacheTag(postTags.record(slug))
  return { slug }
}

export const getAuthors = cached(async () => ['Ada'], { keys: ['all-authors'], tags: ['authors'] })

export async function getMenu() {
  const response = await fetch('https://cms.test/menu', { next: { tags: ['menu'] } })
  return response.text()
}

export async function getRates() {
  'use cache'
  const response = await fetch('https://cms.test/rates', { next: { tags: ['rates'] } })
  return response.text()
}
