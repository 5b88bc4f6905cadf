'use server'

import { updateTag } from 'next/cache'

export async function revalidateTag(tag: string) {
  updateTag(tag)
}
