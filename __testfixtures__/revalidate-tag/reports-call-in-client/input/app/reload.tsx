'use client'

import { revalidateTag } from 'next/cache'

export function Reload() {
  return <button onClick={() => revalidateTag('feed')}>Reload</button>
}
