'use server'

import { updateTag } from 'next/cache'
import { getSession } from '../../lib/session'
import type { Task } from '../../lib/tasks'
import { taskTags } from '../../lib/tags'

export async function renameTask(taskId: string) {
  const session = await getSession()
  updateTag(taskTags.list(session.user.teamId))
  updateTag(taskTags.record(session.user.teamId, taskId))
  updateTag(taskTags.mine(session.user.id))
}

export async function moveTask(task: Task) {
  const { user: me } = await getSession()
  updateTag(taskTags.record(me.teamId, task.taskId))
  updateTag(taskTags.mine(me.id))
}

export async function closeTask({ taskId, teamId }: Task) {
  updateTag(taskTags.record(teamId, taskId))
}

export async function importTasks(tasks: Task[]) {
  for (const task of tasks) {
    updateTag(taskTags.record(task.teamId, task.taskId))
  }
}

export async function numberTask(task: { number: number; teamId: string }) {
  updateTag(taskTags.record(task.teamId, String(task.number)))
}
