import { unstable_cache } from 'next/cache'

export function cached<A extends unknown[], R>(load: (...args: A) => Promise<R>, keys: string[]) {
  return unstable_cache(load, keys)
}
