import { saveTemplate } from './actions/template'

export default function Page() {
  return (
    <form action={saveTemplate.bind(null, 'welcome')}>
      <button>Save</button>
    </form>
  )
}
