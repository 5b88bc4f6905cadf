import { cacheLife, cacheTag } from 'next/cache'
import { cookies } from 'next/headers'

interface Basket {
  items: { id: string; count: number }[]
}

async function getCachedBasket(visitor: string) {
  'use cache'
  cacheLife({ revalidate: 60 })
  cacheTag('basket')
  const response = await fetch(`https://shop.example/baskets/${visitor}`)
  return (await response.json()) as Basket
}

export async function getBasket() {
  const jar = await cookies()
  const visitor = jar.get('visitor')?.value ?? 'nobody'

  const basket = await getCachedBasket(visitor)

  return { visitor, count: basket.items.length }
}
