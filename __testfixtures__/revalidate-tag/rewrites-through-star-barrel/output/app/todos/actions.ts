'use server'

import { todoTag } from '../../lib/cache'
import { updateTag } from 'next/cache'

export async function finish(id: string) {
  updateTag(todoTag(id))
}
