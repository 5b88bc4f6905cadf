'use server'

import { revalidatePath } from 'next/cache'
import { type Post, getPosts } from '../../lib'

export async function publishAll(): Promise<Post[]> {
  revalidatePath('/posts')
  return getPosts()
}
