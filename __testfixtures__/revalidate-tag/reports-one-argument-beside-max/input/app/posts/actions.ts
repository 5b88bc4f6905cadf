'use server'

import { revalidateTag } from 'next/cache'

export async function publish(slug: string) {
  revalidateTag(`post:${slug}`)
  revalidateTag(`post:${slug}`, 'max')
}
