'use server'

import { updateTag } from 'next/cache'

export async function countView(slug: string) {
  updateTag(`views:${slug}`)
}
