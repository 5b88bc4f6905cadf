'use server'

import { revalidatePath } from 'next/cache'
import type { Post } from '../../lib/posts'
import { POSTS, routes } from '../../lib/routes'

export async function publishPost(post: Post) {
  revalidatePath(POSTS)
  revalidatePath(`/posts/${post.slug}`)
}

export async function renamePost(before: string, after: Post) {
  revalidatePath(routes.posts)
  revalidatePath('/posts/' + before)
  revalidatePath(POSTS + '/' + after.slug)
}

export async function pinPost(slug: string) {
  revalidatePath(routes.post(slug))
  revalidatePath('/posts/welcome')
  revalidatePath(`/posts/${String(slug)}/`)
}
