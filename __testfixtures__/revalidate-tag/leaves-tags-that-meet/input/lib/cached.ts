import { unstable_cache } from 'next/cache'

interface Options {
  keys: string[]
  tags: string[]
}

export function cached<T>(load: () => Promise<T>, { keys, tags }: Options) {
  return unstable_cache(load, keys, { tags })
}
