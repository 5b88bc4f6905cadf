import { unstable_cache } from 'next/cache'
import { getSession } from './auth/session'

interface Project {
  id: string
  name: string
}

export async function getProjects() {
  const session = await getSession()
  if (!session) throw new Error('Not signed in')
  return unstable_cache(
    async () => {
      const response = await fetch(`https://projects.example/of/${session.user.id}`)
      return (await response.json()) as Project[]
    },
    ['projects', session.user.id],
    { tags: [`projects-${session.user.id}`] },
  )()
}
