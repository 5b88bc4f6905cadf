import { cacheTag } from 'next/cache'
import { taskTags } from './tags'

export interface Task {
  taskId: string
  teamId: string
  title: string
}

export async function getTasks(teamId: string): Promise<Task[]> {
  'use cache'
  cacheTag(taskTags.list(teamId))
  return (await fetch(`https://tasks.example/${teamId}`)).json()
}

export async function getTask(teamId: string, taskId: string): Promise<Task> {
  'use cache'
  cacheTag(taskTags.record(teamId, taskId))
  return (await fetch(`https://tasks.example/${teamId}/${taskId}`)).json()
}

export async function getMine(userId: string): Promise<Task[]> {
  'use cache'
  cacheTag(taskTags.mine(userId))
  return (await fetch(`https://tasks.example/of/${userId}`)).json()
}
