import { revalidateTag } from 'next/cache'
import { createServerActionProcedure } from 'zsa'

export const authedProcedure = createServerActionProcedure().handler(async () => {
  revalidateTag('last-seen')
  return { userId: 'u1' }
})
