import { prisma } from '../../../../lib/db'

export async function DELETE(request: Request) {
  await removeComment(await request.text())
  return new Response()
}

async function removeComment(id: string) {
  await prisma.comment.delete({ where: { id } })
}
