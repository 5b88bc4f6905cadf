import { publish, remove } from './actions'
import { Toolbar } from './toolbar'

export default async function Page() {
  return (
    <form action={publish}>
      <input name="slug" />
      <button formAction={remove.bind(null, 'hello')}>Remove</button>
      <Toolbar onRemove={remove} actions={{ publish }} />
    </form>
  )
}
