import { unstable_cacheTag } from './cache-adapter'

export const tag = () => unstable_cacheTag('posts')
