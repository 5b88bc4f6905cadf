import { cacheTag } from 'next/cache'

const postsTag = () => 'posts'

export async function getPosts(): Promise<string[]> {
  'use cache'
  cacheTag(postsTag())
  return (await fetch('https://cms.example/posts')).json()
}
