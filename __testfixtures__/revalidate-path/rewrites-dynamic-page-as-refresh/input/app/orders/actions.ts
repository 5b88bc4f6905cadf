'use server'

import { revalidatePath } from 'next/cache'

export async function cancel() {
  revalidatePath('/orders')
}

export async function sell() {
  revalidatePath('/stock')
}
