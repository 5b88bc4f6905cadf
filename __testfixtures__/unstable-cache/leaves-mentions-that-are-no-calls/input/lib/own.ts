import type { CacheOptions } from './types'

function unstable_cache<T>(load: () => T, _keys: string[], options?: CacheOptions): () => T {
  let value: T | undefined
  return () => (options?.revalidate === 0 ? load() : (value ??= load()))
}

export const getOwn = unstable_cache(() => [1, 2], ['own'])
