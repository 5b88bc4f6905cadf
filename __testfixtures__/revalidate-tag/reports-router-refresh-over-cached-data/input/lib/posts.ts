import { unstable_cache } from 'next/cache'
import { prisma } from './db'

export const getPosts = unstable_cache(() => prisma.post.findMany(), ['posts'], { tags: ['posts'] })

export const getComments = (postId: string) =>
  unstable_cache(() => prisma.comment.findMany(postId), ['comments', postId], {
    tags: [`comments-${postId}`],
  })()

export async function getBanners() {
  const response = await fetch('https://example.com/banners', { next: { tags: ['banners'] } })
  return response.json()
}
