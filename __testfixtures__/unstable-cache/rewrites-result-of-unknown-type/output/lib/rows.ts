import { cacheLife, cacheTag } from 'next/cache'
import { db } from 'some-orm'

export async function getRows(limit: number) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('rows')
  return db.rows.findMany({ limit })
}
