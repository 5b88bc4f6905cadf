import { unstable_cache } from 'next/cache'

export const getFeed = unstable_cache(
  async () => {
    const response = await fetch('https://feed.example', { next: { revalidate: 3600 } })
    return response.text()
  },
  ['feed'],
  { tags: ['feed'] },
)

export const getTopics = unstable_cache(
  async () => {
    const response = await fetch('https://feed.example/topics', { next: { revalidate: 3600, tags: ['topics'] } })
    return response.text()
  },
  ['topics'],
  { tags: ['topics'] },
)
