import { expireStock } from '@/lib/expire-stock'
import { writeEntry } from '@/lib/store'

export async function POST(request) {
  await writeEntry('stock', await request.text())
  expireStock()
  return Response.json({ saved: true })
}
