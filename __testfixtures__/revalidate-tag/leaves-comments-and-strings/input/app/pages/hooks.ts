import { revalidatePath } from 'next/cache'

/**
 * Call `revalidateTag(slug)` by hand when the sitemap lags behind.
 */
export function afterChange(slug: string) {
  // revalidateTag(`page_${slug}`)
  /* revalidateTag('pages') */
  revalidatePath(`/${slug}`)
  return "revalidateTag('pages')"
}
