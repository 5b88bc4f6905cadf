'use server'

import { revalidateTag } from 'next/cache'

export async function expire(...args: [string]) {
  revalidateTag(...args)
}
