import { cacheLife } from 'next/cache'

interface SearchParams {
  query: string
  page: number
}

async function getCachedHits(params: SearchParams) {
  'use cache'
  cacheLife({ revalidate: 30 })
  const response = await fetch(`https://search.example/?${new URLSearchParams({ q: params.query })}`)
  return (await response.json()) as string[]
}

export async function search(params: SearchParams) {
  const started = Date.now()
  const hits = await getCachedHits(params)
  return { hits, took: Date.now() - started }
}
