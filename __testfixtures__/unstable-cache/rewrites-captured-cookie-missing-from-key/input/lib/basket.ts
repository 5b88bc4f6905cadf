import { unstable_cache } from 'next/cache'
import { cookies } from 'next/headers'

interface Basket {
  items: { id: string; count: number }[]
}

export async function getBasket() {
  const jar = await cookies()
  const visitor = jar.get('visitor')?.value ?? 'nobody'

  const basket = await unstable_cache(
    async () => {
      const response = await fetch(`https://shop.example/baskets/${visitor}`)
      return (await response.json()) as Basket
    },
    ['basket'],
    { tags: ['basket'], revalidate: 60 },
  )()

  return { visitor, count: basket.items.length }
}
