'use server'

import { revalidatePath } from 'next/cache'

export async function importAll() {
  revalidatePath('/')
}

export async function restyle() {
  revalidatePath('/posts', 'layout')
}
