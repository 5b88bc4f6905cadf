import { revalidateTag } from 'next/cache'
import { productTag } from './tags.js'

export function expireProduct(id: string) {
  revalidateTag(productTag(id), 'max')
}
