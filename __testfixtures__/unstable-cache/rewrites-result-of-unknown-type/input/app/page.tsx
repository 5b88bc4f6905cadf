import { getRows } from '../lib/rows'

export default async function Page() {
  return <p>{(await getRows(5)).length}</p>
}
