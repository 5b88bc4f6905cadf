'use server'

import { revalidateTag } from 'next/cache'

export async function countView(slug: string) {
  revalidateTag(`views:${slug}`)
}
