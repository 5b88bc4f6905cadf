export async function POST(request: Request) {
  const { type, id } = await request.json()
  const mails = await import('../../../lib/mails')
  await mails[type as keyof typeof mails](id)
  return new Response(null)
}
