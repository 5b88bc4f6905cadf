'use client'

import { revalidateTag } from './actions'

export function Filters() {
  return <button onClick={() => revalidateTag('products')}>Reset</button>
}
