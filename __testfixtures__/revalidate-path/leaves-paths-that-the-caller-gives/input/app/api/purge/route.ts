import { revalidatePath } from 'next/cache'

export async function POST(request: Request) {
  const { path } = (await request.json()) as { path: string }
  revalidatePath(path)
  const query = new URL(request.url).searchParams.get('path')
  if (query) revalidatePath(query)
  return new Response('ok')
}
