'use server'

import { updateTag as nextUpdateTag } from 'next/cache'
import { db } from '../../lib/db'

export async function relabel(id: string, updateTag: boolean) {
  const row = await db.save({ id })
  if (updateTag) nextUpdateTag(`label:${row.id}`)
}
