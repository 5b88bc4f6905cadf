import { cacheLife, cacheTag } from 'next/cache'
import { getSession } from './auth/session'

interface Project {
  id: string
  name: string
}

async function getCachedProjects(userId: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag(`projects-${userId}`)
  const response = await fetch(`https://projects.example/of/${userId}`)
  return (await response.json()) as Project[]
}

export async function getProjects() {
  const session = await getSession()
  if (!session) throw new Error('Not signed in')
  return getCachedProjects(session.user.id)
}
