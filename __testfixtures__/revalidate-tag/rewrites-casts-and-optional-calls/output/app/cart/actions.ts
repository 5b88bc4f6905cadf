'use server'

import { updateTag } from 'next/cache'

export async function clearCart(id: string) {
  updateTag(`cart:${id}`)
}

export async function clearAll() {
  await updateTag('carts')
  updateTag?.('totals')
}
