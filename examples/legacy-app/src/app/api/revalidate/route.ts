import { revalidateTag } from "next/cache";

export async function POST(request: Request) {
  const { secret, tags }: { secret: string; tags: string[] } = await request.json();
  if (secret !== process.env.REVALIDATE_SECRET) {
    return new Response("Not allowed", { status: 401 });
  }
  tags.forEach(revalidateTag);
  return Response.json({ revalidated: tags });
}
