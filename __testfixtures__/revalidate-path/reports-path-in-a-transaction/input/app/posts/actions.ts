'use server'

import { revalidatePath } from 'next/cache'
import { db } from '../../lib/db'

export async function save(slug: string) {
  try {
    await db.transaction(async (tx) => {
      await tx.save(slug)
      revalidatePath(`/posts/${slug}`)
    })
  } catch {
    revalidatePath('/posts')
  }
}
