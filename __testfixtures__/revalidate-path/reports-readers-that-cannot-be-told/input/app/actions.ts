'use server'

import { revalidatePath } from 'next/cache'

export async function publish() {
  revalidatePath('/tagged')
  revalidatePath('/fetched')
  revalidatePath('/maybe')
}
