'use server'

import { revalidatePath } from 'next/cache'

export async function publish(isNew: boolean) {
  revalidatePath('/posts')
  if (isNew) {
    revalidatePath('/archive')
  }
}

export async function restore(isNew: boolean) {
  if (isNew) {
    revalidatePath('/posts')
  } else {
    revalidatePath('/archive')
  }
}
