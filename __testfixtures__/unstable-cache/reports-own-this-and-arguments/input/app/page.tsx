import { first, Store, store } from '../lib/store'

export default async function Page() {
  const one = await new Store('https://store.example').get('1')
  return <p>{[await store.load(), await first(), one.id].join()}</p>
}
