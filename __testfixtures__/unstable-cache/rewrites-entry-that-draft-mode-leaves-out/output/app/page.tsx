import { cacheLife, cacheTag } from 'next/cache'
import { draftMode } from 'next/headers'
import { fetchPage, fetchPageCached } from '../lib/pages'

async function fetchLinks(): Promise<string[]> {
  const response = await fetch('https://cms.example/links')
  return response.json()
}

async function getCachedLinks() {
  'use cache'
  cacheLife({ revalidate: 600 })
  cacheTag('links')
  return fetchLinks()
}

export default async function Page() {
  const { isEnabled: draft } = await draftMode()
  const getPage = draft ? fetchPage : fetchPageCached
  const getLinks = draft ? fetchLinks : getCachedLinks
  const [page, links] = await Promise.all([getPage('home'), getLinks()])
  return <h1>{page.title + links.length}</h1>
}
