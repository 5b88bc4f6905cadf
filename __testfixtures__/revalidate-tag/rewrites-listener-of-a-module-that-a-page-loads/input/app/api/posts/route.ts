import { posts } from '../../../lib/posts'

export async function POST() {
  posts.write('posts')
  return new Response(null)
}
