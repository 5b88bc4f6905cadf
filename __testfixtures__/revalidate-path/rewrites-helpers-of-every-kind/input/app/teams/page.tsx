import { getTeams } from '../../lib/data'

export default async function TeamsPage() {
  return <p>{(await getTeams()).length}</p>
}
