import { cacheTag } from 'next/cache'
import { authorTags } from './tags'

export async function getAuthors(): Promise<string[]> {
  'use cache'
  cacheTag(authorTags.list())
  return (await fetch('https://cms.example/authors')).json()
}
