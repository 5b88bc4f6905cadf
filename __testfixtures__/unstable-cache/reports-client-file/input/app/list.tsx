'use client'

import { unstable_cache } from 'next/cache'

const getList = unstable_cache(async () => ['a'], ['list'])

export function List() {
  return <button onClick={async () => alert(await getList())}>List</button>
}
