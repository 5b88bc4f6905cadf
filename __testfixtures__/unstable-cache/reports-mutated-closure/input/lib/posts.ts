import { unstable_cache } from 'next/cache'

export async function getPosts(tag: string) {
  const key = ['posts']
  if (tag) key.push(tag)
  let cacheHit = true
  const posts = await unstable_cache(
    async () => {
      cacheHit = false
      const response = await fetch(`https://blog.example/posts?tag=${tag}`)
      return (await response.json()) as string[]
    },
    key,
    { revalidate: 60, tags: ['posts'] },
  )()
  return { posts, cacheHit }
}

export async function getDrafts(seen: string[]) {
  return unstable_cache(async () => {
    seen.push('drafts')
    return 1
  }, ['drafts'])()
}
