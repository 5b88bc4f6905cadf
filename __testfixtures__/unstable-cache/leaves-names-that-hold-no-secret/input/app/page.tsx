import { getKeys } from '../lib/keys'

export default async function Page() {
  return <p>{await getKeys('a', 1, 'b')}</p>
}
