export { revalidateTag as expireTag } from 'next/cache'
