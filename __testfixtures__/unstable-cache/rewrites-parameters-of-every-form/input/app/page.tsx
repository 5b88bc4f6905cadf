import { getAnything, getItems, getMany, getOf, getPage } from '../lib/list'

export default async function Page() {
  const lists = await Promise.all([
    getItems('a'),
    getItems('a', { page: 2 }),
    getMany('a', 'b'),
    getPage('a'),
    getOf('me', 'a'),
    getAnything('a'),
  ])
  return <p>{lists.flat().join()}</p>
}
