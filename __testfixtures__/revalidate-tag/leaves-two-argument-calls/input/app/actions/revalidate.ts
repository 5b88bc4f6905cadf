'use server'

import { refresh, revalidateTag, updateTag } from 'next/cache'

export async function refreshMine(id: string) {
  updateTag(`post:${id}`)
  revalidateTag('posts', 'max')
  refresh()
}
