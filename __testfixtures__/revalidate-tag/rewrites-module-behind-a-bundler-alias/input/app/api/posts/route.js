import { expirePosts } from '@lib/posts'

export async function POST() {
  expirePosts()
  return new Response(null)
}
