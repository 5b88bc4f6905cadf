import { unstable_cache } from 'next/cache'
import { tagsFor } from 'tag-maker'

export async function getShop(id) {
  return unstable_cache(async () => ({ id }), [id], { tags: tagsFor(id) })()
}
