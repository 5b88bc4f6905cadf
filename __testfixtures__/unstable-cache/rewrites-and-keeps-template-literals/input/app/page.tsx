import { countUsers, getSchema } from '../lib/query'

export default async function Page() {
  return <p>{(await countUsers('a')) + (await getSchema())}</p>
}
