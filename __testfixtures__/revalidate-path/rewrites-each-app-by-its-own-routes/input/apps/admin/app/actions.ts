'use server'

import { revalidatePath } from 'next/cache'
import { shared } from '@two/cache'

export async function publish() {
  shared()
  revalidatePath('/posts')
}
