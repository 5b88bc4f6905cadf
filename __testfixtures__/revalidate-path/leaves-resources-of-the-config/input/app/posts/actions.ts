'use server'

import { revalidatePath } from 'next/cache'

export async function publish(slug: string) {
  revalidatePath(`/posts/${slug}`)
}
