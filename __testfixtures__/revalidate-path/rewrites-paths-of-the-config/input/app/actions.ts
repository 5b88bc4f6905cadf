'use server'

import { revalidatePath } from 'next/cache'

export async function publish(slug: string) {
  revalidatePath('/')
}

export async function count(slug: string) {
  revalidatePath(`/stats/${slug}`)
}

export async function archive(year: number) {
  revalidatePath(`/archive/${year}`)
}
