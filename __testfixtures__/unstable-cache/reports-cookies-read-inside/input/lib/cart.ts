import { unstable_cache } from 'next/cache'
import { cookies } from 'next/headers'

async function cartId() {
  const store = await cookies()
  return store.get('cart')?.value ?? 'none'
}

const cartUrl = async () => `https://shop.example/carts/${await cartId()}`

export const getCart = unstable_cache(
  async () => {
    const response = await fetch(await cartUrl())
    return (await response.json()) as { items: string[] }
  },
  ['cart'],
  { tags: ['cart'] },
)
