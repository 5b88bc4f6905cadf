'use server'

import { revalidateTag } from 'next/cache'

export async function clearCart(id: string) {
  ;(revalidateTag as any)(`cart:${id}`)
}

export async function clearAll() {
  await (revalidateTag as (tag: string) => void)('carts')
  revalidateTag?.('totals')
}
