'use server'

import { revalidateTag, updateTag } from 'next/cache'

export async function publish(slug: string) {
  updateTag(`post:${slug}`)
  revalidateTag(`post:${slug}`, 'max')
}

export async function unpublish(slug: string) {
  updateTag(`post:${slug}`)
  revalidateTag('posts', 'max')
  revalidateTag(`post:${slug}`, { expire: 0 })
}
