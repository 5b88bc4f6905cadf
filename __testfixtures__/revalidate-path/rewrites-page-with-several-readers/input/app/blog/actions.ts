'use server'

import { revalidatePath } from 'next/cache'

export async function importAll() {
  await fetch('https://cms.example/import', { method: 'POST' })
  revalidatePath('/blog')
}

export async function importAgain() {
  return revalidatePath('/blog')
}
