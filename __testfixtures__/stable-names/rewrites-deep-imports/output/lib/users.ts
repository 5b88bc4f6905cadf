import { cacheTag } from 'next/cache'

export async function getUsers() {
  'use cache'
  cacheTag('users')
  return []
}
