import { getPosts } from './posts'

export async function overview() {
  return { posts: await getPosts() }
}
