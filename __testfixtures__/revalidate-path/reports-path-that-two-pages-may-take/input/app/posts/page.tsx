import { getPosts } from '../../lib/posts'

export default async function PostsPage() {
  return <p>{(await getPosts()).length} posts</p>
}
