import { unstable_cache } from 'next/cache'

export const cacheService = {
  async cached<T>(fn: () => Promise<T>, options: { key: string; revalidate?: number }): Promise<T> {
    return unstable_cache(fn, [options.key], { revalidate: options.revalidate || 3600 })()
  },
}
