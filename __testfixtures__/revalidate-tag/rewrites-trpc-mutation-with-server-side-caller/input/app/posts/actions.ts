'use server'

import { appRouter } from '../../server/routers/_app'

export async function like(slug: string) {
  const caller = appRouter.createCaller({ userId: 'u1' })
  await caller.post.like({ slug })
}
