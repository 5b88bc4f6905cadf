import { getBattles, getFighters, getGangs } from '../lib/battles'
import { createDb } from '../lib/db'

export default async function Page() {
  const db = await createDb()
  const [battles, fighters, { gangs }] = await Promise.all([getBattles(db, '1'), getFighters('1'), getGangs('1')])
  return <p>{battles.length + (fighters?.length ?? 0) + gangs.length}</p>
}
