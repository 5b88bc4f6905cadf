import { Quote } from '../../components/quote'
import { Views } from '../../components/views'
import { getPosts } from '../../lib/posts'

export default async function PostsPage() {
  return (
    <div>
      {(await getPosts()).length} posts
      <Views />
      <Quote />
    </div>
  )
}
