import type { CollectionConfig } from 'payload'
import { revalidatePost } from './hooks/revalidatePost'

export const Posts: CollectionConfig = {
  slug: 'posts',
  hooks: { afterChange: [revalidatePost] },
}
