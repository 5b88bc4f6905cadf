import { cacheLife, cacheTag } from 'next/cache'
import { cookies } from 'next/headers'

async function loadCart(id: string): Promise<string[]> {
  'use cache'
  cacheLife({ revalidate: 60 })
  cacheTag('cart')
  const response = await fetch(`https://shop.example/carts/${id}`)
  return response.json()
}

export async function getCart() {
  return loadCart((await cookies()).get('cart')?.value ?? 'none')
}
