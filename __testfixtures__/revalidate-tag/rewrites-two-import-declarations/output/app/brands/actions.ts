'use server'

import { updateTag } from 'next/cache'

export async function rename(id: string) {
  updateTag('brands')
  updateTag(`brand:${id}`)
}
