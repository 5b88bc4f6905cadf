'use server'

import { updateTag } from 'next/cache'

export async function addItem(id: string) {
  updateTag(`cart:${id}`)
  return id
}
