'use server'

import { revalidateTag } from 'next/cache'

export async function publish(slug: string) {
  revalidateTag(`article:${slug}`, 'editorial')
  revalidateTag('articles', 'default')
  revalidateTag('feed', 'editorail')
}
