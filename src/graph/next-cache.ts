/** The pseudo file that stands for the module `next/cache`, so that its APIs are units like any other. */
export const nextCacheModule = '(next/cache)'

/**
 * `next/cache`, also as `next/cache.js`, and the deep paths from which the cache functions were imported before they
 * were public (`next/dist/server/use-cache/cache-tag`, `next/dist/server/web/spec-extension/revalidate`).
 */
export function isNextCache(specifier: string): boolean {
  return /^next\/cache(?:\.js)?$/.test(specifier) || isDeepNextCache(specifier)
}

export function isDeepNextCache(specifier: string): boolean {
  return /^next\/dist\/(?:.*\/)?(?:cache-tag|cache-life|revalidate|unstable-cache)(?:\.js)?$/.test(specifier)
}

/** What `next/cache` exports in some version (docs/next16.md, 4). */
export const cacheApis = [
  'revalidateTag',
  'revalidatePath',
  'updateTag',
  'refresh',
  'unstable_cache',
  'unstable_noStore',
  'unstable_expireTag',
  'unstable_expirePath',
  'unstable_cacheTag',
  'unstable_cacheLife',
  'cacheTag',
  'cacheLife',
] as const

export type CacheApi = (typeof cacheApis)[number]
