'use server'

import { revalidatePath } from 'next/cache'
import { getSession } from '../../lib/session'
import type { Task } from '../../lib/tasks'

export async function renameTask(taskId: string) {
  const session = await getSession()
  revalidatePath('/tasks')
  revalidatePath(`/tasks/${taskId}`)
  revalidatePath('/mine')
}

export async function moveTask(task: Task) {
  const { user: me } = await getSession()
  revalidatePath(`/tasks/${task.taskId}`)
  revalidatePath('/mine')
}

export async function closeTask({ taskId, teamId }: Task) {
  revalidatePath(`/tasks/${taskId}`)
}

export async function importTasks(tasks: Task[]) {
  for (const task of tasks) {
    revalidatePath(`/tasks/${task.taskId}`)
  }
}

export async function numberTask(task: { number: number; teamId: string }) {
  revalidatePath(`/tasks/${task.number}`)
}
