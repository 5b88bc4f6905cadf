import { cacheTag } from './cache'

export async function getTeams() {
  'use cache'
  cacheTag('teams')
  return []
}
