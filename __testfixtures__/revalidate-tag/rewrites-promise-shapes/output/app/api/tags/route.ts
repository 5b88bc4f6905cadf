import { revalidateTag } from "next/cache"

export async function POST(request: Request) {
  const tags: string[] = await request.json()
  await Promise.all(tags.map((tag) => revalidateTag(tag, "max")))
  return Response.json({ tags })
}
