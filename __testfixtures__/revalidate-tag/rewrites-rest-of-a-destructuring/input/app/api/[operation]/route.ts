import { operations } from '../../../lib/operations'

export async function POST(request: Request, { params }: { params: Promise<{ operation: 'expire' }> }) {
  const { list, ...commands } = operations
  const { operation } = await params
  commands[operation](await request.text())
  return Response.json(list())
}
