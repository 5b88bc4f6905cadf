'use server'

import { updateTag } from 'next/cache'
import { planTags } from '../lib/tags'

export async function upgrade() {
  updateTag(planTags.list())
}
