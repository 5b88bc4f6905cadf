'use server'

import { updateTag } from 'next/cache'

export async function expire(data: FormData): Promise<void> {
  updateTag(String(data.get('tag')))
}
