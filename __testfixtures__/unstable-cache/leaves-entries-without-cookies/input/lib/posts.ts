import { unstable_cache } from 'next/cache'

export const getPosts = unstable_cache(
  async () => {
    const response = await fetch('https://blog.example/posts')
    return (await response.json()) as { slug: string }[]
  },
  ['posts'],
  { tags: ['posts'] },
)

export const getPost = unstable_cache(async (slug: string) => ({ slug }), ['post'], { tags: ['posts'] })
