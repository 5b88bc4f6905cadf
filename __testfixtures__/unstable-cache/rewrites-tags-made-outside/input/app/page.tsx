import { getDay } from '../lib/day'

export default async function Page() {
  return <p>{await getDay('Bonn')}</p>
}
