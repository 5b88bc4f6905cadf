'use server'

import { revalidateTag } from '../../lib/api-client'

type Cache = { updateTag(tag: string): void }

export async function save(cache: Cache) {
  await revalidateTag('shops')
  cache.updateTag('shops')
}
