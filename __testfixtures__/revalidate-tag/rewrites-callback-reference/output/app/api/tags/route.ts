import { revalidateTag } from 'next/cache'

export async function POST(request: Request) {
  const tags: string[] = await request.json()
  tags.map((tag) => revalidateTag(tag, 'max'))
  return Response.json({ tags })
}
