'use server'

import { revalidatePath } from 'next/cache'

export async function publish() {
  revalidatePath('/posts')
}

export async function rename(slug: string) {
  revalidatePath(`/posts/${slug}`)
}
