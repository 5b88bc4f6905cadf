import { getSession } from '../../lib/session'
import { getMine } from '../../lib/tasks'

export default async function MinePage() {
  const { user } = await getSession()
  return <p>{(await getMine(user.id)).length} tasks</p>
}
