'use server'

import { unstable_cache, cacheLife, cacheTag } from 'next/cache'

async function getMembers(team: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('members')
  return [team]
}

export async function members(team: string) {
  return getMembers(team)
}

async function getCachedSeats(team: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('seats')
  return team.length
}

export async function invite(team: string, name: string) {
  const seats = await getCachedSeats(team)
  if (seats > 5) return
  await fetch(`https://teams.example/${team}`, { method: 'POST', body: name })
}

export async function rate(team: string, seconds: number) {
  return unstable_cache(async () => team.length, ['rate', team], { revalidate: seconds })()
}
