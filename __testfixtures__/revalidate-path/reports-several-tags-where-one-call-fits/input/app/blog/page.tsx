import { getAuthors } from '../../lib/authors'
import { getPosts } from '../../lib/posts'

export default async function BlogPage() {
  const [posts, authors] = await Promise.all([getPosts(), getAuthors()])
  return (
    <p>
      {posts.length} posts of {authors.length} authors
    </p>
  )
}
