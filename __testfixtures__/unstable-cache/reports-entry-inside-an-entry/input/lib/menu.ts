import { unstable_cache } from 'next/cache'

export const getMenu = unstable_cache(
  async () => {
    const items = await unstable_cache(async () => ['home'], ['items'], { tags: ['items'] })()
    return items.length
  },
  ['menu'],
  { tags: ['menu'] },
)
