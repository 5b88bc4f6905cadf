export async function POST(request: Request) {
  const { id } = await request.json()
  const { revalidateTag: expire } = await import('next/cache')
  expire(`log-${id}`)
  return Response.json({ id })
}
