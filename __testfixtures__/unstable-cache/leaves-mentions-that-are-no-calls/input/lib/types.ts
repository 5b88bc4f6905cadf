import type { unstable_cache } from 'next/cache'

export type CacheOptions = Parameters<typeof unstable_cache>[2]
