import { importShelf } from '../../stock/actions'

export async function POST(request: Request) {
  await importShelf(await request.text())
  return Response.json({ ok: true })
}
