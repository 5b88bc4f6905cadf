import { getViews } from '../lib/stats'

export async function Views() {
  return <p>{await getViews()} views</p>
}
