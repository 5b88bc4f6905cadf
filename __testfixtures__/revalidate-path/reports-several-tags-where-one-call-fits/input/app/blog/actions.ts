'use server'

import { revalidatePath } from 'next/cache'

export const importAll = async () => revalidatePath('/blog')

export async function importSome(isNew: boolean) {
  isNew && revalidatePath('/blog')
  await Promise.all([revalidatePath('/blog'), fetch('https://cms.example/import')])
}
