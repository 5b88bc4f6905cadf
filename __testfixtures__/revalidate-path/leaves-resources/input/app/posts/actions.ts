'use server'

import { revalidatePath } from 'next/cache'

export async function publish(slug: string) {
  revalidatePath('/sitemap.xml')
  revalidatePath('/robots.txt')
  revalidatePath('/manifest.webmanifest')
  revalidatePath('/feed')
  revalidatePath(`/posts/${slug}/opengraph-image`)
}
