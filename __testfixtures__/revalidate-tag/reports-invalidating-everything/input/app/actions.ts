'use server'

import { revalidatePath, updateTag } from 'next/cache'

const home = '/'

export async function changeTheme() {
  revalidatePath(home, 'layout')
}

export async function empty() {
  updateTag('')
}
