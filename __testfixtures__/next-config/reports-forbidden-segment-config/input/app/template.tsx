import type { ReactNode } from 'react'

export const runtime = 'nodejs'

export default function Template({ children }: { children: ReactNode }) {
  return children
}
