import { getSession } from '../../../lib/session'
import { getTask } from '../../../lib/tasks'

interface Props {
  params: Promise<{ taskId: string }>
}

export default async function TaskPage(props: Props) {
  const { taskId } = await props.params
  const { user } = await getSession()
  return <Title teamId={user.teamId} task={taskId} />
}

async function Title({ teamId, task }: { teamId: string; task: string }) {
  return <h1>{(await getTask(teamId, task)).title}</h1>
}
