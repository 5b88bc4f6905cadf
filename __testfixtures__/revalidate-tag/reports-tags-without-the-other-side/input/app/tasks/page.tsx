import { getCounts, getTasks } from '../../lib/tasks'

export default async function Page() {
  const [tasks, counts] = await Promise.all([getTasks(), getCounts()])
  return <p>{`${counts.open} of ${tasks.length}`}</p>
}
