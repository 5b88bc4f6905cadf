import { cacheTag } from 'next/cache'

export async function getPosts(): Promise<string[]> {
  'use cache'
  cacheTag('posts')
  return (await fetch('https://cms.example/posts')).json()
}
