export { cacheTag } from 'next/cache'
