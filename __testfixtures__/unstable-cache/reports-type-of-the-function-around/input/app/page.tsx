import { getStats } from '../lib/stats'

export default async function Page() {
  return <p>{await getStats('a')}</p>
}
