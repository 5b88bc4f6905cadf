import { countView } from './actions'

export default async function Page() {
  await countView('hello')
  return <h1>Hello</h1>
}
