import { cacheTag } from 'next/cache'
import { postTags } from './tags'

export interface Post {
  slug: string
  title: string
}

export async function getPosts(): Promise<Post[]> {
  'use cache'
  cacheTag(postTags.list())
  return (await fetch('https://cms.example/posts')).json()
}

export async function getPost(slug: string): Promise<Post> {
  'use cache'
  cacheTag(postTags.list(), postTags.record(slug))
  return (await fetch(`https://cms.example/posts/${slug}`)).json()
}
