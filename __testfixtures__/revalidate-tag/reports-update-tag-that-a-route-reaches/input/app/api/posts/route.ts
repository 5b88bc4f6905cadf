import { expirePost } from '../../../lib/posts'

export async function POST(request: Request) {
  expirePost(await request.text())
  return new Response()
}
