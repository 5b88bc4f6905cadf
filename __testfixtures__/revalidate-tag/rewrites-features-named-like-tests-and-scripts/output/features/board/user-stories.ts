'use server'

import { updateTag } from 'next/cache'

export async function saveStory(id: string) {
  updateTag(`story-${id}`)
}
