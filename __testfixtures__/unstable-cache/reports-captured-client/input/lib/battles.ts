import { unstable_cache } from 'next/cache'
import { createDb } from './db'

export async function getBattles(supabase: any, campaign: string) {
  return unstable_cache(
    async () => {
      const { data } = await supabase.from('battles').select('*')
      return (data ?? []) as { id: string }[]
    },
    [`battles-${campaign}`],
    { tags: [`campaign-${campaign}`], revalidate: false },
  )()
}

export async function getFighters(campaign: string) {
  const db = await createDb()
  return unstable_cache(async () => (await db.from('fighters').select('id')).data, ['fighters', campaign])()
}

const loadGangs = unstable_cache(
  async (db, campaign: string) => {
    const { data } = await db.from('gangs').select('id')
    return { campaign, gangs: (data ?? []) as string[] }
  },
  ['gangs'],
)

export const getGangs = async (campaign: string) => loadGangs(await createDb(), campaign)
