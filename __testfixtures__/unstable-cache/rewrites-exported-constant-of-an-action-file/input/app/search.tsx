'use client'

import { useState } from 'react'
import { save, searchProducts } from './actions'

export function Search() {
  const [found, setFound] = useState<string[]>([])
  return (
    <form action={save}>
      <button type="button" onClick={async () => setFound(await searchProducts('shoe'))}>
        {found.length}
      </button>
    </form>
  )
}
