import { archiveProject } from '../../../../../features/archive/archive-project'

export async function POST(_: Request, { params }: { params: Promise<{ id: string }> }) {
  await archiveProject((await params).id)
  return new Response(null, { status: 204 })
}
