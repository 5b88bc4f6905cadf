'use server'

import { revalidateTag } from '../../lib/cache'

export async function addTodo(text: string) {
  revalidateTag(`todos:${text.length}`)
}
