import type { ReactNode } from 'react'
import { requireSession } from '@/lib/session'

export default async function AppLayout({ children }: { children: ReactNode }) {
  const { userId } = await requireSession()
  return (
    <main>
      <p>{userId}</p>
      {children}
    </main>
  )
}
