import { revalidateTags } from '../../../lib/revalidate-tags'

export async function POST(request: Request) {
  revalidateTags(await request.json())
  return new Response(null, { status: 204 })
}
