'use server'

import { updateTag } from 'next/cache'

export async function addTask() {
  updateTag('tasks')
}
