import { revalidateTag } from 'next/cache'

const PROFILE = process.env.PREVIEW ? 'seconds' : 'max'

export function revalidateTags(tags: string[]) {
  for (const tag of tags) revalidateTag(tag, PROFILE)
  revalidateTag('catalog', 'catalog')
  revalidateTag('home', { expire: 0 })
}
