'use server'

import { updateTag } from 'next/cache'

export async function addTask() {
  await fetch('https://tasks.example', { method: 'POST' })
  updateTag('task-counts')
}
