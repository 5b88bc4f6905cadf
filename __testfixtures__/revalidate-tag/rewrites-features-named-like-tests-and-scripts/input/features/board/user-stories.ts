'use server'

import { revalidateTag } from 'next/cache'

export async function saveStory(id: string) {
  revalidateTag(`story-${id}`)
}
