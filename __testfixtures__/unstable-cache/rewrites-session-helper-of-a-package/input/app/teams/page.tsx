import { getTeams } from '../../lib/teams'

export default async function TeamsPage() {
  return <p>{(await getTeams()).join(', ')}</p>
}
