import { five, four, three } from '../lib/odd'

export default async function Page() {
  return <p>{[await three(), await four(), await five()].join()}</p>
}
