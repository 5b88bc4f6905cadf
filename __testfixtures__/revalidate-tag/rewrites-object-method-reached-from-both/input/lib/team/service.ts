import { db } from '../db'
import { teamCache } from './cache'

export async function updateTeam(id: string, name: string) {
  const team = await db.save({ id, name })
  teamCache.revalidate(id)
  return team
}
