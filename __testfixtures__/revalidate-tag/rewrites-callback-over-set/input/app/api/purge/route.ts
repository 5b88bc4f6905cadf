import { revalidateTag } from 'next/cache'

export async function POST(request: Request) {
  const tags = new Set<string>(await request.json())
  tags.forEach(revalidateTag)
  return new Response()
}
