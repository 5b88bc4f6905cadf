'use server'

import { revalidatePath } from 'next/cache'

export async function cancel(id: string) {
  revalidatePath('/orders')
  revalidatePath(`/orders/${id}`)
}
