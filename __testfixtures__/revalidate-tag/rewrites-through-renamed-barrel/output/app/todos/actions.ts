'use server'

import { updateTag } from 'next/cache'

export async function addTodo() {
  updateTag('todos')
}
