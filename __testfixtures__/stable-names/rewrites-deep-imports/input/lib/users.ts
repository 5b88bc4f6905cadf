import { unstable_cacheTag as cacheTag } from 'next/dist/server/use-cache/cache-tag'

export async function getUsers() {
  'use cache'
  cacheTag('users')
  return []
}
