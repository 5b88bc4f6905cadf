import { unstable_cache } from 'next/cache'
import { NotFoundError } from './errors'

const teams = [{ id: '1', name: 'Support' }]

export async function getTeam(id: string): Promise<{ id: string; name: string }> {
  return unstable_cache(
    async () => {
      const team = teams.find((one) => one.id === id)
      if (!team) throw new NotFoundError(`There is no team ${id}.`)
      return team
    },
    [`getTeam-${id}`],
    { tags: [`teams-${id}`] },
  )()
}
