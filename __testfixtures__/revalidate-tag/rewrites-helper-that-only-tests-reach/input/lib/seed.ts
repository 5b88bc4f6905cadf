import { revalidateTag } from 'next/cache'

export function expireSeed() {
  revalidateTag('seed')
}
