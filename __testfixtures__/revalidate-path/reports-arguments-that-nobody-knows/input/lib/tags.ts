export const taskTags = {
  list: (teamId: string) => `tasks-${teamId}`,
  mine: (userId: string) => `tasks-of-${userId}`,
  record: (teamId: string, taskId: string) => `task-${teamId}-${taskId}`,
}
