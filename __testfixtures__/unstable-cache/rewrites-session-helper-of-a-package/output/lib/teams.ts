import { getServerSession } from 'next-auth'
import { cacheLife, cacheTag } from 'next/cache'

async function getCachedTeams(userId: string): Promise<string[]> {
  'use cache'
  cacheLife({ revalidate: 120 })
  cacheTag('teams')
  const response = await fetch(`https://teams.example/${userId}`)
  return response.json()
}

export async function getTeams(): Promise<string[]> {
  const session = await getServerSession()
  const userId: string = session?.user.id ?? 'guest'
  return getCachedTeams(userId)
}
