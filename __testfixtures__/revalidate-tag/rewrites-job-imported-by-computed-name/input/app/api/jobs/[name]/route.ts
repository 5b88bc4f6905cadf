export async function POST(_: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params
  const { default: job } = await import(`../../../../jobs/${name}`)
  await job()
  return new Response(null)
}
