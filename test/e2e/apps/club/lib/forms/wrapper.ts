import { unstable_cache } from 'next/cache'

/** The project's own way to cache. */
export function cached<A extends unknown[], R>(
  load: (...args: A) => Promise<R>,
  keys: string[],
  options: { tags: string[] },
) {
  return unstable_cache(load, keys, options)
}
