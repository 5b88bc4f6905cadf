import { cacheLife, cacheTag } from 'next/cache'

export interface CmsPage {
  title: string
}

export async function fetchPage(slug: string): Promise<CmsPage> {
  const response = await fetch(`https://cms.example/pages/${slug}`)
  return response.json()
}

export async function fetchPageCached(...args: Parameters<typeof fetchPage>) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('pages')
  return fetchPage(...args)
}
