'use server'

import { updateTag } from 'next/cache'
import { unstable_cache } from 'next/cache'

type Keys = Parameters<typeof unstable_cache>[1]

const keys: Keys = ['products']

export const searchProducts = unstable_cache(
  async (query: string, limit: number = 4) => {
    const response = await fetch(`https://shop.example/search?q=${query}&limit=${limit}`)
    return (await response.json()) as string[]
  },

  keys,

  { tags: ['products'], revalidate: 3600 },
)

const getCount = unstable_cache(async () => 5, ['count'], { tags: ['products'] })

export async function count() {
  return getCount()
}

export async function save() {
  updateTag('products')
}
