import { importers } from '../../../lib/orders-importer'

export async function POST(request: Request) {
  const { kind } = await request.json()
  await importers[kind]?.start()
  return new Response(null)
}
