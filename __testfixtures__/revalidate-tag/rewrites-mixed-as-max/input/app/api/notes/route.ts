import { expireNote } from '../../../lib/notes'

export async function POST(request: Request) {
  expireNote(await request.text())
  return new Response()
}
