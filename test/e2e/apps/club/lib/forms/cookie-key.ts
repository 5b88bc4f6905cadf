import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

/** The cookie is a part of the key; called at once, with work before and after. */
export async function getCart(member: string): Promise<string> {
  const name = member.trim()
  const cart = await unstable_cache(async () => `${await readEntry('cart')} for ${name}`, ['cart', name], {
    tags: ['cart', `cart-${name}`],
    revalidate: 3600,
  })()
  return `cart: ${cart}`
}
