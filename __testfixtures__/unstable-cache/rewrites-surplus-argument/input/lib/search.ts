import { unstable_cache } from 'next/cache'

interface SearchParams {
  query: string
  page: number
}

export async function search(params: SearchParams) {
  const started = Date.now()
  const hits = await unstable_cache(
    async () => {
      const response = await fetch(`https://search.example/?${new URLSearchParams({ q: params.query })}`)
      return (await response.json()) as string[]
    },
    ['search'],
    { revalidate: 30 },
  )(params)
  return { hits, took: Date.now() - started }
}
