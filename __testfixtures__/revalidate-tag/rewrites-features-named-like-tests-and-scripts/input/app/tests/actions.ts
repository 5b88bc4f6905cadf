'use server'

import { revalidateTag } from 'next/cache'

export async function submitTest(id: string) {
  revalidateTag(`test-${id}`)
}
