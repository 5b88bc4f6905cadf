import { revalidateTag } from './cache-client'

export const publish = (slug: string) => revalidateTag(slug)
