'use server'

import { revalidatePath } from 'next/cache'

export async function savePage(path: string) {
  revalidatePath(path)
}
