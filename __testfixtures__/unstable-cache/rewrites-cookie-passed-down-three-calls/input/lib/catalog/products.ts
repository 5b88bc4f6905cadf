import { unstable_cache } from 'next/cache'

interface Product {
  id: string
  title: string
  hidden: boolean
}

export function productsFor(region: string) {
  return cachedProducts(region.toLowerCase())
}

const cachedProducts = (region: string): Promise<Product[]> =>
  unstable_cache(
    async () => {
      const response = await fetch(`https://shop.example/products?region=${region}`)
      return (await response.json()) as Product[]
    },
    [`products-${region}`],
    { tags: [`products-${region}`], revalidate: 300 },
  )()
