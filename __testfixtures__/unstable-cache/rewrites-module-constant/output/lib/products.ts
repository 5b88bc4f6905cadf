import { cacheLife, cacheTag } from 'next/cache'
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
export async function searchProducts(
  query: string,
  limit: number = 4,
): Promise<Product[]> {
  'use cache'
  cacheLife({ revalidate: 3600 })
  cacheTag('products')
  const found = await request<Product[]>(`/search?q=${query}`)
  return found.slice(0, limit)
}

export async function getTopProducts() {
  'use cache'
  cacheLife({ revalidate: isDev ? 60 : Infinity })
  return (await request<Product[]>('/top')).map(({ id }) => id)
}

export async function getBrands() {
  'use cache'
  cacheLife({ revalidate: day })
  return request<string[]>('/brands')
}

// Changes with every release only.
export async function getSizes() {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return request<string[]>('/sizes')
}

export async function getColors() {
  'use cache'
  cacheLife({ revalidate: limits.colors })
  return request<string[]>('/colors')
}
