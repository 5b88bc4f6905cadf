import type { ReactNode } from 'react'

export default function PostsLayout({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <section>
      {children}
      {aside}
    </section>
  )
}
