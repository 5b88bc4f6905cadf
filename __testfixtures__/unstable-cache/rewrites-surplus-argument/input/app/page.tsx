import { search } from '../lib/search'

export default async function Page() {
  return <p>{(await search({ query: 'shoes', page: 1 })).hits.join(', ')}</p>
}
