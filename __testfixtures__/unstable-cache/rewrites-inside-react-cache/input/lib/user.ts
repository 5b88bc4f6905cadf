import { unstable_cache } from 'next/cache'
import { cookies } from 'next/headers'
import { cache } from 'react'

async function fetchUser(id: string): Promise<{ id: string; name: string }> {
  const response = await fetch(`https://users.example/${id}`)
  return response.json()
}

export const getUser = cache(
  unstable_cache(async (id: string) => fetchUser(id), ['user'], { tags: ['users'], revalidate: 60 }),
)

export const getCurrentUser = cache(async () => {
  const id = (await cookies()).get('user')?.value
  if (id === undefined) return null
  return unstable_cache(async () => fetchUser(id), ['current-user', id], { tags: ['users'] })()
})
