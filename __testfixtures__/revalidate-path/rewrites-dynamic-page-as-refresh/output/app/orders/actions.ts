'use server'

import { revalidatePath, refresh } from 'next/cache'

export async function cancel() {
  refresh()
}

export async function sell() {
  revalidatePath('/stock')
}
