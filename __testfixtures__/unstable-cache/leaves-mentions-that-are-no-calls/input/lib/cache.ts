export { unstable_cache } from 'next/cache'

// export const old = unstable_cache(async () => 1, ['old'])
export const hint = 'Use unstable_cache(load, keys) for this.'
