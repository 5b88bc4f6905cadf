'use server'

import { updateTag, cacheLife, cacheTag } from 'next/cache'
import { unstable_cache } from 'next/cache'

type Keys = Parameters<typeof unstable_cache>[1]

const keys: Keys = ['products']

export async function searchProducts(query: string, limit: number = 4) {
  'use cache'
  cacheLife({ revalidate: 3600 })
  cacheTag('products')
  const response = await fetch(`https://shop.example/search?q=${query}&limit=${limit}`)
  return (await response.json()) as string[]
}

async function getCount() {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('products')
  return 5
}

export async function count() {
  return getCount()
}

export async function save() {
  updateTag('products')
}
