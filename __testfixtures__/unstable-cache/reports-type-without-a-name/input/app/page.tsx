import { getScore } from '../lib/score'

export default async function Page() {
  return <p>{await getScore('1')}</p>
}
