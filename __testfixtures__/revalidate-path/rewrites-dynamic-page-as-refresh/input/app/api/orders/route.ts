import { revalidatePath } from 'next/cache'

export async function POST() {
  revalidatePath('/orders')
  return new Response('ok')
}
