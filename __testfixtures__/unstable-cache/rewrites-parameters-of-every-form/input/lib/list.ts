import { unstable_cache } from 'next/cache'

interface Query {
  page?: number
  size?: number
}

async function load(path: string, query: Query = {}): Promise<string[]> {
  const response = await fetch(`https://list.example/${path}?page=${query.page}&size=${query.size}`)
  return response.json()
}

export const getItems = unstable_cache(
  async (path: string, { page = 1, size = 20 }: Query = {}) => load(path, { page, size }),
  ['items'],
)

export const getMany = unstable_cache(
  async (first: string, ...more: string[]) => (await Promise.all([first, ...more].map((path) => load(path)))).flat(),
  ['many'],
)

export const getPage = unstable_cache(async (path: string, query?: Query) => load(path, query), ['page'])

export async function getOf(owner: string, path: string) {
  const get = unstable_cache(
    async (path: string, page?: number) => load(`${owner}/${path}`, { page }),
    ['of', owner],
    { tags: [`list-${owner}`] },
  )
  const [one, two] = await Promise.all([get(path), get(path, 2)])
  return one.concat(two)
}

export const getAnything = unstable_cache(async (path) => load(String(path)), ['anything'])
