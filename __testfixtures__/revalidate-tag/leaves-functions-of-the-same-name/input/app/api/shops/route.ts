export async function POST() {
  const updateTag = (tag: string) => tag
  return Response.json(updateTag('shops'))
}
