'use server'

import { revalidateTag } from 'next/cache'

export async function saveTemplate(id: string) {
  revalidateTag(`template-${id}`)
}
