'use server'

import { revalidateTag } from 'next/cache'
import { db } from '../../lib/db'

export async function updateTag(id: string, label: string) {
  await db.save({ id, label })
  revalidateTag(`tag:${id}`)
}
