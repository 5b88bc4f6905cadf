import { db } from '../../../../lib/db'
import { expirePost } from '../../../../lib/post-cache'

export async function PATCH(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  await db.save({ id: slug, ...(await request.json()) })
  expirePost(slug)
  return new Response(null, { status: 204 })
}
