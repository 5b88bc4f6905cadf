import { cancel } from './actions'

export default function OrdersPage() {
  return (
    <form action={cancel}>
      <button name="id" value="1">Cancel</button>
    </form>
  )
}
