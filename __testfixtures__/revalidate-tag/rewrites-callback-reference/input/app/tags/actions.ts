'use server'

import { revalidateTag } from 'next/cache'

export async function expireTags(tags: string[]) {
  tags.forEach(revalidateTag)
}
