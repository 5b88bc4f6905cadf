'use server'

import { updateTag } from 'next/cache'

export async function saveTemplate(id: string) {
  updateTag(`template-${id}`)
}
