'use server'

import { revalidateTag } from 'next/cache'
import { withAccess } from '../../lib/with-access'

export const archiveProject = withAccess(async (id: string) => {
  revalidateTag(`project:${id}`)
})
