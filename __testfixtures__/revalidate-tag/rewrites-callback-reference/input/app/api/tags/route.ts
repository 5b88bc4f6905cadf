import { revalidateTag } from 'next/cache'

export async function POST(request: Request) {
  const tags: string[] = await request.json()
  tags.map(revalidateTag)
  return Response.json({ tags })
}
