import { unstable_cache } from 'next/cache'

interface Options<Args extends unknown[], Result> {
  fn: (...args: Args) => Promise<Result>
  args: Args
  keys: string[]
  tags: string[]
}

/** Keeps dates across the cache. */
export async function withCache<Args extends unknown[], Result>(options: Options<Args, Result>): Promise<Result> {
  const load = unstable_cache(async (...args: Args) => JSON.stringify(await options.fn(...args)), options.keys, {
    tags: options.tags,
  })
  return JSON.parse(await load(...options.args))
}
