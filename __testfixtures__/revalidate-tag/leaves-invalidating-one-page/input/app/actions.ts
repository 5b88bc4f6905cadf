'use server'

import { revalidatePath, updateTag } from 'next/cache'

export async function changeTheme(area: string) {
  revalidatePath('/')
  revalidatePath('/', 'page')
  revalidatePath('/blog', 'layout')
  revalidatePath(`/${area}`, 'layout')
  updateTag(area)
}
