'use server'

import { updateTag as nextUpdateTag } from 'next/cache'
import { db } from '../../lib/db'

export async function updateTag(id: string, label: string) {
  await db.save({ id, label })
  nextUpdateTag(`tag:${id}`)
}
