import { getOf } from '../lib/list'

export default async function Page() {
  return <p>{(await getOf('me', 'a')).join()}</p>
}
