import { unstable_cache } from 'next/cache'

export const getPosts = unstable_cache(async () => ['hello'], ['posts'])
