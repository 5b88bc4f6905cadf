export { unstable_cacheTag as cacheTag } from 'next/cache'
