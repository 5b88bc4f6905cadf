import { cacheLife } from 'next/cache'

export async function getRates() {
  'use cache'
  cacheLife({ revalidate: 3600 })
  return { eur: 1 }
}
