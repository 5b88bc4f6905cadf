import { unstable_cache } from './unstable-cache'

export const getCollections = unstable_cache(
  async () => {
    const response = await fetch('https://shop.example/collections')
    return (await response.json()) as string[]
  },
  ['collections'],
  { revalidate: 60 * 60 * 2 },
)

export const getProduct = unstable_cache(
  async (slug: string) => {
    const response = await fetch(`https://shop.example/products/${slug}`)
    return (await response.json()) as { title: string }
  },
  ['product'],
  {
    revalidate: 60 * 60 * 2, // two hours
  },
)
