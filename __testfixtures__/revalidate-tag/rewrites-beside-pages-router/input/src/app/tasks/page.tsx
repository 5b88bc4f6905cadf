import { addTask } from './actions'

export default function Page() {
  return <form action={addTask} />
}
