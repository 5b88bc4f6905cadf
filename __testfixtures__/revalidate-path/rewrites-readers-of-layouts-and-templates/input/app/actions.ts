'use server'

import { revalidatePath } from 'next/cache'

export async function publish() {
  revalidatePath('/posts')
}
