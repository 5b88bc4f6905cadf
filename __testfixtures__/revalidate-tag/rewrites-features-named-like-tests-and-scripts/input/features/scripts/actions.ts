'use server'

import { revalidateTag } from 'next/cache'

export async function saveScript(id: string) {
  revalidateTag(`script-${id}`)
}
