import { revalidateTag } from 'next/cache'
import { postTags } from '../../../lib/tags'

export async function POST(request: Request) {
  const { slug } = (await request.json()) as { slug: string }
  revalidateTag(postTags.record(slug), { expire: 0 })
  return new Response('ok')
}
