import { cacheLife, cacheTag } from 'next/cache'
import { cookies } from 'next/headers'
import { cache } from 'react'

async function fetchUser(id: string): Promise<{ id: string; name: string }> {
  const response = await fetch(`https://users.example/${id}`)
  return response.json()
}

export const getUser = cache(async (id: string) => {
  'use cache'
  cacheLife({ revalidate: 60 })
  cacheTag('users')
  return fetchUser(id)
})

async function getCachedCurrentUser(id: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('users')
  return fetchUser(id)
}

export const getCurrentUser = cache(async () => {
  const id = (await cookies()).get('user')?.value
  if (id === undefined) return null
  return getCachedCurrentUser(id)
})
