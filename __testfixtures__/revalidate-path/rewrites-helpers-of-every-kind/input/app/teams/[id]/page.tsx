import { getTeam } from '../../../lib/data'

export default async function TeamPage({ params }: { params: Promise<{ id: string }> }) {
  return <h1>{await getTeam((await params).id)}</h1>
}
