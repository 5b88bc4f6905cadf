import { cacheLife, cacheTag } from 'next/cache'

interface Query {
  page?: number
  size?: number
}

async function load(path: string, query: Query = {}): Promise<string[]> {
  const response = await fetch(`https://list.example/${path}?page=${query.page}&size=${query.size}`)
  return response.json()
}

export async function getItems(path: string, { page = 1, size = 20 }: Query = {}) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return load(path, { page, size })
}

export async function getMany(first: string, ...more: string[]) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return (await Promise.all([first, ...more].map((path) => load(path)))).flat()
}

export async function getPage(path: string, query?: Query) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return load(path, query)
}

async function getCachedGet(owner: string, path: string, page?: number) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag(`list-${owner}`)
  return load(`${owner}/${path}`, { page })
}

export async function getOf(owner: string, path: string) {
  const get = (path: string, page?: number) => getCachedGet(owner, path, page)
  const [one, two] = await Promise.all([get(path), get(path, 2)])
  return one.concat(two)
}

export async function getAnything(path: any) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return load(String(path))
}
