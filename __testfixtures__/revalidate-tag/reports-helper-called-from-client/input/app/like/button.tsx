'use client'

import { expireLikes } from '../../lib/likes'
import { like } from './actions'

export function LikeButton({ id }: { id: string }) {
  return (
    <button
      onClick={async () => {
        await like(id)
        expireLikes(id)
      }}
    >
      Like
    </button>
  )
}
