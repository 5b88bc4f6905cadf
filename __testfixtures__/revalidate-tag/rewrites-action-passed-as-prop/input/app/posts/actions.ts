'use server'

import { revalidateTag } from 'next/cache'

export async function remove(slug: string) {
  revalidateTag(`post:${slug}`)
}

export async function publish(formData: FormData) {
  revalidateTag(`post:${formData.get('slug')}`)
}
