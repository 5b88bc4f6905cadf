import { unstable_cache } from 'next/cache'

interface Collections {
  posts: { slug: string; title: string }
  authors: { slug: string; name: string }
}

async function find<T>(collection: string, slug: string): Promise<T> {
  const response = await fetch(`https://cms.example/${collection}/${slug}`)
  return response.json()
}

export const findFirst = unstable_cache(
  async <T extends object>(collection: string): Promise<T[]> => [await find<T>(collection, '1')],
  ['first'],
)

export const getDocument = <K extends keyof Collections>(collection: K, slug: string) =>
  unstable_cache(async () => find<Collections[K]>(collection, slug), [collection, slug], {
    tags: [`${collection}_${slug}`],
  })

async function newest<K extends keyof Collections>(collection: K): Promise<Collections[K]> {
  return find<Collections[K]>(collection, 'newest')
}

export const getNewest = unstable_cache(newest, ['newest'], { revalidate: 60 })
