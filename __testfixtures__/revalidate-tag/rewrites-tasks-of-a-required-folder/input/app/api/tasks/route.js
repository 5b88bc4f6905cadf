import { tasks } from '../../../jobs'

export async function POST() {
  for (const task of tasks) await task()
  return new Response(null)
}
