export async function POST(request: Request) {
  const { type, id } = await request.json()
  const events: Record<string, (id: string) => Promise<void>> = await import('../../../lib/events')
  await events[type]?.(id)
  return new Response(null)
}
