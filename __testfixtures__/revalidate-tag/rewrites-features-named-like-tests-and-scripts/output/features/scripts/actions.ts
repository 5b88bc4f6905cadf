'use server'

import { updateTag } from 'next/cache'

export async function saveScript(id: string) {
  updateTag(`script-${id}`)
}
