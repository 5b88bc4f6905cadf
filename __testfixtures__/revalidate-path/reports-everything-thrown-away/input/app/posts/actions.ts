'use server'

import { revalidatePath } from 'next/cache'

export async function signOut() {
  revalidatePath('/', 'layout')
}
