import { grade } from '../../../lib/practice-test'

export async function POST(request: Request) {
  const { id } = await request.json()
  grade(id)
  return new Response(null)
}
