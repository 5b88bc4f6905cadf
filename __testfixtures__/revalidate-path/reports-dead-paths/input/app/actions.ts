'use server'

import { revalidatePath } from 'next/cache'

export async function publish(slug: string) {
  revalidatePath('/posts?page=1')
  revalidatePath('posts')
  revalidatePath('/(blog)/posts')
  revalidatePath('/posts', 'page')
  revalidatePath('/posts/[slug]')
  revalidatePath(`/posts/${slug}`, 'page')
  revalidatePath('/posts/')
  revalidatePath('/docs/posts')
  revalidatePath('/articles')
  revalidatePath(`/articles/${slug}`)
}
