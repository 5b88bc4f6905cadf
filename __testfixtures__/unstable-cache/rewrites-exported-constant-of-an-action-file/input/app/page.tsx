import { count } from './actions'
import { Search } from './search'

export default async function Page() {
  return (
    <main>
      {await count()}
      <Search />
    </main>
  )
}
