import { caches } from '../../../../lib/registry'

export async function POST(request: Request, { params }: { params: Promise<{ kind: 'links' | 'users' }> }) {
  const { kind } = await params
  caches[kind].expire(await request.text())
  return new Response(null)
}
