'use server'

import { updateTag } from 'next/cache'

export async function submitTest(id: string) {
  updateTag(`test-${id}`)
}
