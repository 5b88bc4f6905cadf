import { getPosts } from '../lib/posts'

export default async function HomePage() {
  return <p>{(await getPosts()).length} posts</p>
}
