'use server'

import { updateTag } from 'next/cache'

export async function remove(slug: string) {
  updateTag(`post:${slug}`)
}

export async function publish(formData: FormData) {
  updateTag(`post:${formData.get('slug')}`)
}
