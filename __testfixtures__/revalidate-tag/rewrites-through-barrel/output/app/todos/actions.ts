'use server'

import { updateTag } from 'next/cache'

export async function addTodo(text: string) {
  updateTag(`todos:${text.length}`)
}
