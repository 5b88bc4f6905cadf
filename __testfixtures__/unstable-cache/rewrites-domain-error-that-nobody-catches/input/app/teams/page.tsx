import { NotFoundError } from '../../lib/errors'
import { getTeam } from '../../lib/teams'

const known = (error: unknown) => error instanceof NotFoundError

export default async function Page() {
  return <p>{known(null) ? null : (await getTeam('1')).name}</p>
}
