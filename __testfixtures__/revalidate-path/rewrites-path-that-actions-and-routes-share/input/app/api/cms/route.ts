import { published } from '../../../lib/published'

export async function POST(request: Request) {
  published(await request.text())
  return new Response('ok')
}
