import { revalidatePath } from 'next/cache'

export async function POST(request: Request) {
  const { slug } = (await request.json()) as { slug: string }
  revalidatePath(`/posts/${slug}`)
  return new Response('ok')
}
