import { expireMember } from '#cache'

export async function DELETE(request: Request) {
  expireMember(await request.text())
  return new Response()
}
