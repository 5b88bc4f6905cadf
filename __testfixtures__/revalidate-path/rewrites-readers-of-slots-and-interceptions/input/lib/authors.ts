import { cacheTag } from 'next/cache'

export const authorsTag = 'authors'

export async function getAuthors(): Promise<string[]> {
  'use cache'
  cacheTag(authorsTag)
  return (await fetch('https://cms.example/authors')).json()
}
