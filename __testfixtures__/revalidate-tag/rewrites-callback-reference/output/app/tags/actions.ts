'use server'

import { updateTag } from 'next/cache'

export async function expireTags(tags: string[]) {
  tags.forEach((tag) => updateTag(tag))
}
