import { cacheTag, unstable_cache } from 'next/cache'
import { taskTags } from './tags'

export async function getTask(id: string) {
  'use cache'
  cacheTag(taskTags.record(id))
  return { id, done: false }
}

export async function getTasks() {
  'use cache'
  cacheTag(taskTags.list())
  return [{ id: '1', done: false }]
}

export const getCounts = unstable_cache(async () => ({ open: 1 }), ['counts'], { revalidate: 60 })
