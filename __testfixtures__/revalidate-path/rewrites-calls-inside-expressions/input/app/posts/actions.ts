'use server'

import { revalidatePath } from 'next/cache'

export const publish = async () => revalidatePath('/posts')

export async function publishSome(slug: string, isNew: boolean) {
  isNew && revalidatePath('/posts')
  await Promise.all([fetch('https://cms.example/import'), revalidatePath(`/posts/${slug}`)])
  return fetch('https://cms.example/publish').then(() => revalidatePath('/posts'))
}
