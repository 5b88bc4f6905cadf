export const taskTags = {
  list: () => 'tasks',
  record: (id: string) => `task-${id}`,
}
