'use server'

import { updateTag } from 'next/cache'

export async function clear() {
  updateTag('cart')
}
