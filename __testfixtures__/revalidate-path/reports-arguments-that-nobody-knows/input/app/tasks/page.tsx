import { getSession } from '../../lib/session'
import { getTasks } from '../../lib/tasks'

export default async function TasksPage() {
  const session = await getSession()
  return <p>{(await getTasks(session.user.teamId)).length} tasks</p>
}
