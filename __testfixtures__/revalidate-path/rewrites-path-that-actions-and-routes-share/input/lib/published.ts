import { revalidatePath } from 'next/cache'

export function published(slug: string) {
  revalidatePath('/posts')
  revalidatePath(`/posts/${slug}`)
}
