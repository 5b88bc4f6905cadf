'use server'

import { updateTag } from 'next/cache'
import { postTag } from '../../lib/tags'

export async function publish(slug: string) {
  updateTag(postTag(slug))
}
