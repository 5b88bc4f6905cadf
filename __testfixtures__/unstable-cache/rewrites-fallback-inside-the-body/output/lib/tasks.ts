import { cacheLife, cacheTag } from 'next/cache'

interface Filters {
  status: string[]
  from: Date
}

export async function getTasks(filters: Filters) {
  'use cache'
  cacheLife({ revalidate: 1 })
  cacheTag('tasks')
  try {
    const response = await fetch('https://tasks.example', {
      method: 'POST',
      body: JSON.stringify(filters),
    })
    return (await response.json()) as string[]
  } catch (error) {
    console.error(error)
    return []
  }
}
