'use server'

import { revalidatePath } from 'next/cache'
import { revalidateTag } from 'next/cache'

export async function rename(id: string) {
  revalidateTag(`product:${id}`)
  revalidatePath(`/products/${id}`)
}
