import { expireAction } from '../lib/expire-action'

export default function Page() {
  return (
    <form action={expireAction('home')}>
      <button>Refresh</button>
    </form>
  )
}
