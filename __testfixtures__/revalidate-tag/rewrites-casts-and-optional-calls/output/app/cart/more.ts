'use server'

import { updateTag } from 'next/cache'

export async function clearGuest(id: unknown) {
  await updateTag(<string>id)
}
