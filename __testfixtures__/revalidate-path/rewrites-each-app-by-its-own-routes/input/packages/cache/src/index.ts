import { revalidatePath } from 'next/cache'

export function shared() {
  revalidatePath('/posts')
}
