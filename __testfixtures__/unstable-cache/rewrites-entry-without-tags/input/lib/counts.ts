import { unstable_cache } from 'next/cache'

export const getTaskCounts = unstable_cache(
  async () => {
    const response = await fetch('https://tasks.example/counts')
    return (await response.json()) as Record<string, number>
  },
  ['task-counts'],
  { revalidate: 3600 },
)
