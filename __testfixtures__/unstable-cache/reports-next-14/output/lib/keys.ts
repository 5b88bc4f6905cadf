import { cacheLife, cacheTag } from 'next/cache'

export const getApiKey = async (id: string) => {
  'use cache'
  cacheLife({ revalidate: 1800 })
  cacheTag(`apiKeys-${id}`)
  return { id, label: 'Deploys' }
}
