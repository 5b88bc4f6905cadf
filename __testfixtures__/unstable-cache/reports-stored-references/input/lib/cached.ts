import { unstable_cache } from 'next/cache'

type Cache = typeof unstable_cache

const memo = process.env.CACHE ? unstable_cache : <T>(load: T): T => load
const bound = unstable_cache.bind(null, async () => 1)

function makeCache(cache: Cache) {
  return cache(async () => 2, ['two'])
}

export const getOne = memo(async () => 1)
export const getBound = bound(['bound'])
export const getTwo = makeCache(unstable_cache)
