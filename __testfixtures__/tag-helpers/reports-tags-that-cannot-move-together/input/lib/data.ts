import { cacheTag } from 'next/cache'
import { kindOf } from '@/lib/kinds'

export async function getPost(id: string) {
  'use cache'
  cacheTag(`post-${id}`)
  return { id }
}

export async function getPage(id: string) {
  'use cache'
  cacheTag(`page-${await kindOf(id)}`)
  return { id }
}

export async function getTeam(id?: string) {
  'use cache'
  cacheTag(`team-${id}`)
  return { id }
}
