import { unstable_cache } from 'next/cache'

export async function getStats(team: string) {
  interface Stats {
    wins: number
  }
  const stats = await unstable_cache(async (): Promise<Stats> => ({ wins: team.length }), ['stats', team])()
  return stats.wins
}
