'use server'

import { productTag } from '@acme/cache/tags'
import { updateTag } from 'next/cache'

export async function rename(id: string) {
  updateTag(productTag(id))
}
