import { cacheLife } from 'next/cache'

export async function getCollections() {
  'use cache'
  cacheLife({ revalidate: 60 * 60 * 2 })
  const response = await fetch('https://shop.example/collections')
  return (await response.json()) as string[]
}

export async function getProduct(slug: string) {
  'use cache'
  cacheLife({ revalidate: 60 * 60 * 2 }) // two hours
  const response = await fetch(`https://shop.example/products/${slug}`)
  return (await response.json()) as { title: string }
}
