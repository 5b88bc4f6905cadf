import { cacheLife } from 'next/cache'

export async function getTaskCounts() {
  'use cache'
  cacheLife({ revalidate: 3600 })
  const response = await fetch('https://tasks.example/counts')
  return (await response.json()) as Record<string, number>
}
