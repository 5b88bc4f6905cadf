import { hint } from '../lib/cache'
import { getOwn } from '../lib/own'

export default function Page() {
  return <p>{hint + getOwn().length}</p>
}
