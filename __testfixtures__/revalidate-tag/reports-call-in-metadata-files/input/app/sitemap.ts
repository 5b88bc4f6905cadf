import type { MetadataRoute } from 'next'
import { revalidateTag } from 'next/cache'

export default function sitemap(): MetadataRoute.Sitemap {
  revalidateTag('sitemap')
  return []
}
