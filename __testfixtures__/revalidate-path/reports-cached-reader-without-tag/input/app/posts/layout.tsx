import type { ReactNode } from 'react'
import { getStats } from '../../lib/stats'

export default async function PostsLayout({ children }: { children: ReactNode }) {
  const stats = await getStats()
  return (
    <section>
      <p>{stats}</p>
      {children}
    </section>
  )
}
