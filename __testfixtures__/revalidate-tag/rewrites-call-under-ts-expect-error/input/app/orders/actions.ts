'use server'

import { revalidateTag } from 'next/cache'

export async function saveOrder(id: string) {
  // @ts-expect-error one argument still works
  revalidateTag(`order:${id}`)
}
