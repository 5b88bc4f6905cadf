import { cacheLife, cacheTag } from 'next/cache'
import { NotFoundError } from './errors'

const teams = [{ id: '1', name: 'Support' }]

export async function getTeam(id: string): Promise<{ id: string; name: string }> {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag(`teams-${id}`)
  const team = teams.find((one) => one.id === id)
  if (!team) throw new NotFoundError(`There is no team ${id}.`)
  return team
}
