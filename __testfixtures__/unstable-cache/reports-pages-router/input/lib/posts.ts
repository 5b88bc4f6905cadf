import { unstable_cache } from 'next/cache'

async function load(path: string): Promise<string[]> {
  const response = await fetch(`https://blog.example/${path}`)
  return response.json()
}

export const getPosts = unstable_cache(async () => load('posts'), ['posts'], { tags: ['posts'] })

export const getDrafts = async (author: string) => unstable_cache(() => load(author), ['drafts', author])()

export const getAuthors = unstable_cache(async () => load('authors'), ['authors'])
