'use server'

import { unstable_cache } from 'next/cache'

const getMembers = unstable_cache(async (team: string) => [team], ['members'], { tags: ['members'] })

export async function members(team: string) {
  return getMembers(team)
}

export async function invite(team: string, name: string) {
  const seats = await unstable_cache(async () => team.length, ['seats', team], { tags: ['seats'] })()
  if (seats > 5) return
  await fetch(`https://teams.example/${team}`, { method: 'POST', body: name })
}

export async function rate(team: string, seconds: number) {
  return unstable_cache(async () => team.length, ['rate', team], { revalidate: seconds })()
}
