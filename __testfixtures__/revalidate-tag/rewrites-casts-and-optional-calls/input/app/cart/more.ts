'use server'

import { revalidateTag } from 'next/cache'

export async function clearGuest(id: unknown) {
  await (<any>revalidateTag)(<string>id)
}
