import { revalidatePath } from 'next/cache'

export async function POST() {
  revalidatePath('/posts')
  return new Response('ok')
}
