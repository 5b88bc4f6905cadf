import { getServerSession } from 'next-auth'
import { unstable_cache } from 'next/cache'

export async function getTeams(): Promise<string[]> {
  const session = await getServerSession()
  const userId: string = session?.user.id ?? 'guest'
  return unstable_cache(
    async (): Promise<string[]> => {
      const response = await fetch(`https://teams.example/${userId}`)
      return response.json()
    },
    ['teams', userId],
    { tags: ['teams'], revalidate: 120 },
  )()
}
