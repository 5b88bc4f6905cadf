'use server'

import { revalidatePath } from 'next/cache'

export async function save(id: string) {
  revalidatePath('/teams')
  revalidatePath(`/teams/${id}`)
  revalidatePath('/exams')
  revalidatePath(`/exams/${id}`)
  revalidatePath('/rooms')
  revalidatePath('/lessons')
  revalidatePath(`/lessons/${id}`)
}
