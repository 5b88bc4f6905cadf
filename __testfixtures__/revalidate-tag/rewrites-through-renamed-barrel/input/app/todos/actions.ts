'use server'

import { expireTag } from '../../lib/cache'

export async function addTodo() {
  expireTag('todos')
}
