import { cacheLife, cacheTag } from 'next/cache'
import { planTags } from './tags'

export async function getPlans(org: string) {
  'use cache'
  cacheLife({ revalidate: 60 })
  cacheTag(planTags.list())
  return [org]
}
