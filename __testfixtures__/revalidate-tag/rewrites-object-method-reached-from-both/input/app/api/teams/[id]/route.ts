import { updateTeam } from '../../../../lib/team/service'

export async function PUT(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { name } = await request.json()
  return Response.json(await updateTeam((await params).id, name))
}
