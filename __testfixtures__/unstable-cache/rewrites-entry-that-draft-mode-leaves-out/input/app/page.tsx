import { unstable_cache } from 'next/cache'
import { draftMode } from 'next/headers'
import { fetchPage, fetchPageCached } from '../lib/pages'

async function fetchLinks(): Promise<string[]> {
  const response = await fetch('https://cms.example/links')
  return response.json()
}

export default async function Page() {
  const { isEnabled: draft } = await draftMode()
  const getPage = draft ? fetchPage : fetchPageCached
  const getLinks = draft ? fetchLinks : unstable_cache(fetchLinks, ['links'], { tags: ['links'], revalidate: 600 })
  const [page, links] = await Promise.all([getPage('home'), getLinks()])
  return <h1>{page.title + links.length}</h1>
}
