import { revalidateTag } from 'next/cache'

export async function POST(request: Request) {
  const tags = new Set<string>(await request.json())
  tags.forEach((tag) => revalidateTag(tag, 'max'))
  return new Response()
}
