'use server'

import { updateTag } from 'next/cache'
import { kindOf } from '@/lib/kinds'

export async function savePost(id: string) {
  const key = `post-${id}`
  updateTag(`${key}`)
  updateTag(`page-${await kindOf(id)}`)
}

export async function expire(kind: string, id: string) {
  updateTag(`${kind === 'post' ? `post-${id}` : id}`)
}
