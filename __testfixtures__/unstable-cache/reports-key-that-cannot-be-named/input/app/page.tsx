import { getWords } from '../lib/words'

export default async function Page() {
  return <p>{await getWords('a', 'b')}</p>
}
