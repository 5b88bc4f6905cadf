'use server'

import { revalidateTag as nextRevalidateTag } from 'next/cache'

export async function revalidateTag(tag: string) {
  nextRevalidateTag(tag)
}
