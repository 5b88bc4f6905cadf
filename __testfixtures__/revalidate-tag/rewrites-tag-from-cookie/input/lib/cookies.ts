import { cookies } from 'next/headers'

export const getCacheTag = async (name: string): Promise<string> => {
  const id = (await cookies()).get('_cache_id')?.value
  return id ? `${name}-${id}` : ''
}
