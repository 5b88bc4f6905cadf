'use server'

import { updateTag } from 'next/cache'
import { revalidateTag } from 'next/cache'

export async function rename(id: string) {
  updateTag('brands')
  revalidateTag(`brand:${id}`)
}
