'use server'

import { revalidatePath } from 'next/cache'

export async function publish(locale: string) {
  revalidatePath('/posts')
  revalidatePath('/de')
  revalidatePath(`/${locale}/posts`)
}

export async function publishInEnglish() {
  revalidatePath('/en/posts')
}
