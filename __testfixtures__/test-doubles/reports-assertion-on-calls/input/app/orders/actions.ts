'use server'

import { revalidateTag } from 'next/cache'

export async function saveOrder(id: string) {
  revalidateTag(`order:${id}`)
}
