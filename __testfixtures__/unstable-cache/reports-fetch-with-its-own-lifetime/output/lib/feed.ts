import { unstable_cache, cacheLife, cacheTag } from 'next/cache'

export const getFeed = unstable_cache(
  async () => {
    const response = await fetch('https://feed.example', { next: { revalidate: 3600 } })
    return response.text()
  },
  ['feed'],
  { tags: ['feed'] },
)

export async function getTopics() {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('topics')
  const response = await fetch('https://feed.example/topics', { next: { revalidate: 3600, tags: ['topics'] } })
  return response.text()
}
