import { unstable_cache } from 'next/cache'

/** The weather of today. */
export default unstable_cache(
  async (place: string) => ({ place, degrees: 21 }),
  ['today'],
  { tags: ['weather'], revalidate: 900 },
)
