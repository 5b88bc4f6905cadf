import { cacheLife, cacheTag } from 'next/cache'

interface Product {
  id: string
  title: string
  hidden: boolean
}

export function productsFor(region: string) {
  return cachedProducts(region.toLowerCase())
}

const cachedProducts = async (region: string): Promise<Product[]> => {
  'use cache'
  cacheLife({ revalidate: 300 })
  cacheTag(`products-${region}`)
  const response = await fetch(`https://shop.example/products?region=${region}`)
  return (await response.json()) as Product[]
}
