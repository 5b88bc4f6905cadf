import { unstable_cache } from 'next/cache'
import { db } from 'some-orm'

export const getRows = unstable_cache(async (limit: number) => db.rows.findMany({ limit }), ['rows'], {
  tags: ['rows'],
})
