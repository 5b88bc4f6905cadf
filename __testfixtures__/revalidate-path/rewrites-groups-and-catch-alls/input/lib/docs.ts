import { cacheTag } from 'next/cache'
import { docTags } from './doc-tags'

export async function getDoc(path: string): Promise<string> {
  'use cache'
  cacheTag(docTags.all())
  return (await fetch(`https://cms.example/docs/${path}`)).text()
}
