import { cacheTag } from 'next/cache'
import { newsTag, siteTag } from '@/lib/tags'

export async function getNews(id: string) {
  'use cache'
  cacheTag(newsTag(id), siteTag('news'))
  return { id }
}
