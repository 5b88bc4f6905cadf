import { getTasks } from '../lib/tasks'

export default async function Page() {
  return <p>{(await getTasks({ status: [], from: new Date(0) })).length}</p>
}
