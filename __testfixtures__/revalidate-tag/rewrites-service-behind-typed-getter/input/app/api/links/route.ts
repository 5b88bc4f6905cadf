import { getClickJob, getLinkCache } from '../../../lib/link-cache'

export async function POST(request: Request) {
  const { id } = await request.json()
  getLinkCache().expire(id)
  getClickJob()(id)
  return new Response(null)
}
