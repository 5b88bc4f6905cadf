'use server'

import { updateTag } from 'next/cache'
import { db } from '../../lib/db'
import { postTags } from '../../lib/tags'

export async function save(slug: string) {
  try {
    await db.transaction(async (tx) => {
      await tx.save(slug)
      updateTag(postTags.record(slug))
    })
  } catch {
    updateTag(postTags.list())
  }
}
