'use server'

import { revalidatePath } from 'next/cache'

export async function savePost(slug: string, form: FormData) {
  await fetch(`https://cms.example/posts/${slug}`, { method: 'PUT', body: form })
  revalidatePath('/posts')
  revalidatePath(`/posts/${slug}`)
}
