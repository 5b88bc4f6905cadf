'use server'

import { updateTag } from 'next/cache'
import { getProduct } from '../utils/products'
import { productTags } from '../lib/tags'

export async function rename(id) {
  updateTag(productTags.record(id))
  updateTag(productTags.list())
  return getProduct(id)
}
