'use server'

import { updateTag } from 'next/cache'
import { withAccess } from '../../lib/with-access'

export const archiveProject = withAccess(async (id: string) => {
  updateTag(`project:${id}`)
})
