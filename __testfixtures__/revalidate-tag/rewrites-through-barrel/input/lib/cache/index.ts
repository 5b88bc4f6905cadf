export { revalidateTag, unstable_cache } from 'next/cache'
