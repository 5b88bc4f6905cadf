'use server'

import { published } from '../../lib/published'

export async function publish(slug: string) {
  published(slug)
}
