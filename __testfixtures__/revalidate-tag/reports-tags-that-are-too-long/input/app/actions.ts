'use server'

import { updateTag } from 'next/cache'

const prefix = 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc'

export async function publish() {
  updateTag(`${prefix}-${prefix}`)
}
