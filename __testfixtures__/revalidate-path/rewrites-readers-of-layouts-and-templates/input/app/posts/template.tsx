import type { ReactNode } from 'react'
import { getAuthors } from '../../lib/authors'

export default async function PostsTemplate({ children }: { children: ReactNode }) {
  return (
    <div title={(await getAuthors()).join()}>{children}</div>
  )
}
