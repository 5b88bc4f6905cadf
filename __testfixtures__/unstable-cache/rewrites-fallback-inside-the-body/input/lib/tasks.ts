import { unstable_cache } from 'next/cache'

interface Filters {
  status: string[]
  from: Date
}

export async function getTasks(filters: Filters) {
  return await unstable_cache(
    async () => {
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
    },
    [JSON.stringify(filters)],
    {
      revalidate: 1,
      tags: ['tasks'],
    },
  )()
}
