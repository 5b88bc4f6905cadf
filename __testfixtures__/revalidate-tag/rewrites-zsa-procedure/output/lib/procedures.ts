import { updateTag } from 'next/cache'
import { createServerActionProcedure } from 'zsa'

export const authedProcedure = createServerActionProcedure().handler(async () => {
  updateTag('last-seen')
  return { userId: 'u1' }
})
