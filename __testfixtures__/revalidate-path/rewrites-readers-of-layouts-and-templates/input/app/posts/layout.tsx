import type { ReactNode } from 'react'
import { getPosts } from '../../lib/posts'

export default async function PostsLayout({ children }: { children: ReactNode }) {
  return (
    <section>
      <nav>{(await getPosts()).length} posts</nav>
      {children}
    </section>
  )
}
