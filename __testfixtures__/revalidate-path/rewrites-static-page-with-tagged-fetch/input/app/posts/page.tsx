import { postTags } from '../../lib/tags'

export default async function PostsPage() {
  const response = await fetch('https://cms.example/posts', { next: { tags: [postTags.list()] } })
  const posts: string[] = await response.json()
  return <p>{posts.length} posts</p>
}
