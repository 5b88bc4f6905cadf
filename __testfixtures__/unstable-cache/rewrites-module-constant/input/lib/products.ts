import { unstable_cache } from 'next/cache'
import { day, limits } from './limits'

interface Product {
  id: string
  title: string
}

const base = 'https://shop.example'
const isDev = process.env.NODE_ENV === 'development'

async function request<T>(path: string): Promise<T> {
  const response = await fetch(base + path)
  return response.json()
}

/**
 * Finds products by a word in their title.
 */
export const searchProducts = unstable_cache(
  async (query: string, limit: number = 4): Promise<Product[]> => {
    const found = await request<Product[]>(`/search?q=${query}`)
    return found.slice(0, limit)
  },
  ['search-products'],
  { revalidate: 3600, tags: ['products'] },
)

export const getTopProducts = unstable_cache(
  async () => (await request<Product[]>('/top')).map(({ id }) => id),
  ['top-products'],
  { revalidate: isDev ? 60 : false },
)

export const getBrands = unstable_cache(() => request<string[]>('/brands'), ['brands'], { revalidate: day })

// Changes with every release only.
export const getSizes = unstable_cache(async () => request<string[]>('/sizes'))

export const getColors = unstable_cache(async function () {
  return request<string[]>('/colors')
}, ['colors'], { revalidate: limits.colors, tags: [] })
