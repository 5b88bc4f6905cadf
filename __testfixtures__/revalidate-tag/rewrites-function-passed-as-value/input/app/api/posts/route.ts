import { expirePost } from '../../../lib/posts'
import { retry } from '../../../lib/retry'

export async function POST(request: Request) {
  await retry(expirePost, await request.text())
  return new Response()
}
