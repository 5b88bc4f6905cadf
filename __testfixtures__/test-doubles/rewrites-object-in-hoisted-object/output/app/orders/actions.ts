'use server'

import { updateTag } from 'next/cache'

export async function saveOrder(id: string) {
  updateTag(`order:${id}`)
}
