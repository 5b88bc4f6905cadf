import { getTaskCounts } from '../lib/counts'
import { addTask } from './actions'

export default async function Page() {
  return (
    <form action={addTask}>
      <button type="submit">{Object.keys(await getTaskCounts()).length}</button>
    </form>
  )
}
