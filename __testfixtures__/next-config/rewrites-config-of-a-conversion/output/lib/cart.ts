import { cacheLife, cacheTag } from 'next/cache'
import { cookies } from 'next/headers'

async function loadCart(cart: string): Promise<string[]> {
  'use cache'
  cacheLife({ revalidate: 60 })
  cacheTag('cart')
  const response = await fetch(`https://shop.example/carts/${cart}`)
  return response.json()
}

export async function currentCart() {
  const id = (await cookies()).get('cart')?.value ?? 'none'
  return loadCart(id)
}
