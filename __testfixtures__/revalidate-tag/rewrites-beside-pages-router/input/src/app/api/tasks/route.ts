import { expireTask } from '../../../lib/tags'

export async function DELETE(request: Request) {
  expireTask(await request.text())
  return new Response()
}
