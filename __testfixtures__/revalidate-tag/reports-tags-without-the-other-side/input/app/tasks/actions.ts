'use server'

import { updateTag } from 'next/cache'
import { taskTags } from '../../lib/tags'

export async function closeTask(id: string) {
  updateTag(taskTags.record(id))
  updateTag('counts')
  updateTag('taks')
}
