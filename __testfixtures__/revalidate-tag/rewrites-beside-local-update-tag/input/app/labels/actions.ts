'use server'

import { revalidateTag } from 'next/cache'
import { db } from '../../lib/db'

export async function relabel(id: string, updateTag: boolean) {
  const row = await db.save({ id })
  if (updateTag) revalidateTag(`label:${row.id}`)
}
