import { revalidatePath } from 'next/cache'

export function warmUp() {
  revalidatePath('/', 'layout')
}

warmUp()
