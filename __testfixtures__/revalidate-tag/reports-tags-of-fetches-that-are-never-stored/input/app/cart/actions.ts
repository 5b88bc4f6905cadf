'use server'

import { updateTag } from 'next/cache'

export async function addToCart(id: string) {
  await fetch('https://shop.test/cart', { method: 'POST', body: id })
  updateTag('cart')
}
