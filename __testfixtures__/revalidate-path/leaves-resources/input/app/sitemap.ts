import type { MetadataRoute } from 'next'
import { getPosts } from '../lib/posts'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  return (await getPosts()).map(({ slug }) => ({ url: `https://blog.example/posts/${slug}` }))
}
