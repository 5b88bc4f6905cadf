'use server'

import { revalidateTag } from 'next/cache'

export async function restock(id: string) {
  revalidateTag(`stock:${id}`, { expire: 0 })
}

export async function simulate(ids: string[], revalidateTag: (tag: string) => void) {
  ids.forEach(revalidateTag)
  revalidateTag('stock')
}
