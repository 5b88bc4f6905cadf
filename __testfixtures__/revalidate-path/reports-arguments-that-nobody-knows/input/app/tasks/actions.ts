'use server'

import { revalidatePath } from 'next/cache'
import type { Task } from '../../lib/tasks'

export async function clearTasks() {
  revalidatePath('/tasks')
}

export async function swapTasks(one: Task, other: Task) {
  revalidatePath(`/tasks/${one.taskId}`)
  revalidatePath('/tasks')
}

export async function finishTask(id: string) {
  revalidatePath('/mine')
}

export async function encodeTask(teamId: string, name: string) {
  revalidatePath(`/tasks/${encodeURIComponent(name)}`)
}
