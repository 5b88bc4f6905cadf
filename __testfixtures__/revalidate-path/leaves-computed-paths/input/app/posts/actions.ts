'use server'

import { revalidatePath } from 'next/cache'
import { urlOf } from '../../lib/urls'

export async function publish(id: string, isNew: boolean, scope: 'page' | 'layout') {
  const parts = id.split('/')
  const path = parts.join('/')
  revalidatePath(urlOf(id))
  revalidatePath(path)
  revalidatePath(isNew ? '/posts' : '/posts/old')
  revalidatePath('/posts', scope)
  for (const one of ['/posts', '/posts/pinned']) revalidatePath(one)
}
