'use server'

import { revalidateTag } from 'next/cache'

export async function addItem(id: string) {
  revalidateTag(`cart:${id}`)
  return id
}
