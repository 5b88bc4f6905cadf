'use client'

import { useState } from 'react'
import { getNotices } from './actions'

export function Ask({ member }: { member: string }) {
  const [answer, setAnswer] = useState('nothing asked yet')
  return (
    <button type="button" onClick={async () => setAnswer(await getNotices(member))}>
      {answer}
    </button>
  )
}
