import { refreshPost } from '../../../lib/posts'

export async function POST() {
  refreshPost()
  return new Response()
}
