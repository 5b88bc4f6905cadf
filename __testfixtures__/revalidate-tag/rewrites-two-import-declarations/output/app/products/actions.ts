'use server'

import { revalidatePath } from 'next/cache'
import { updateTag } from 'next/cache'

export async function rename(id: string) {
  updateTag(`product:${id}`)
  revalidatePath(`/products/${id}`)
}
