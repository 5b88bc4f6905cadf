import { unstable_cache } from 'next/cache'

export interface CmsPage {
  title: string
}

export async function fetchPage(slug: string): Promise<CmsPage> {
  const response = await fetch(`https://cms.example/pages/${slug}`)
  return response.json()
}

export const fetchPageCached = unstable_cache(fetchPage, ['pages'], { tags: ['pages'] })
