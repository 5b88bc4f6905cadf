import { revalidateTag } from 'next/cache'
import { postTag } from '../../../lib/tags'

export async function POST(request: Request) {
  revalidateTag(postTag(await request.text()), 'max')
  return new Response()
}
