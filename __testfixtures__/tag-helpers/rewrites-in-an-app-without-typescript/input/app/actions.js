'use server'

import { updateTag } from 'next/cache'
import { getProduct } from '../utils/products'

export async function rename(id) {
  updateTag(`product:${id}`)
  updateTag('products')
  return getProduct(id)
}
