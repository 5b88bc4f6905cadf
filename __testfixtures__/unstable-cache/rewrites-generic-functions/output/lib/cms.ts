import { cacheLife, cacheTag } from 'next/cache'

interface Collections {
  posts: { slug: string; title: string }
  authors: { slug: string; name: string }
}

async function find<T>(collection: string, slug: string): Promise<T> {
  const response = await fetch(`https://cms.example/${collection}/${slug}`)
  return response.json()
}

export async function findFirst<T extends object>(collection: string): Promise<T[]> {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return [await find<T>(collection, '1')]
}

async function getCachedDocument<K extends keyof Collections>(collection: K, slug: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag(`${collection}_${slug}`)
  return find<Collections[K]>(collection, slug)
}

export const getDocument = <K extends keyof Collections>(collection: K, slug: string) =>
  () => getCachedDocument(collection, slug)

async function newest<K extends keyof Collections>(collection: K): Promise<Collections[K]> {
  return find<Collections[K]>(collection, 'newest')
}

export async function getNewest<K extends keyof Collections>(
  collection: K,
): Promise<Collections[K]> {
  'use cache'
  cacheLife({ revalidate: 60 })
  return newest(collection)
}
