'use server'

import { revalidatePath } from 'next/cache'

export async function publish(slug: string) {
  revalidatePath(`/posts/${slug}`)
}

export async function publishArchive() {
  revalidatePath('/posts/archive')
}

export async function publishGuide() {
  revalidatePath('/docs/guide/start')
}
