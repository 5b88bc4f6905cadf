'use server'

import { revalidatePath } from 'next/cache'

export async function publish(section: string) {
  revalidatePath(`/posts/${section}`)
}
