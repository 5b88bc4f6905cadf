import { unstable_cache } from 'next/cache'

export async function getStats(): Promise<number> {
  'use cache'
  return (await fetch('https://cms.example/stats')).json()
}

export const getViews = unstable_cache(async (): Promise<number> => {
  return (await fetch('https://cms.example/views')).json()
}, ['views'])
