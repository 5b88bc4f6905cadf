'use server'

import { productTag } from '@acme/cache/tags'
import { revalidateTag } from 'next/cache'

export async function rename(id: string) {
  revalidateTag(productTag(id))
}
