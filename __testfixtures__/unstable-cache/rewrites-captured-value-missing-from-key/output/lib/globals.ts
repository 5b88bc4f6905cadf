import { cacheLife, cacheTag } from 'next/cache'

interface Global {
  slug: string
  links: string[]
}

async function findGlobal(slug: string, depth: number): Promise<Global> {
  const response = await fetch(`https://cms.example/globals/${slug}?depth=${depth}`)
  return response.json()
}

async function loadGlobal(slug: string, depth: number) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag(`global_${slug}`)
  return findGlobal(slug, depth)
}

/** Made once, called where it is needed. */
export const getCachedGlobal = (slug: string, depth = 0) => () => loadGlobal(slug, depth)

export async function getTranslations(slug: string, locale: 'en' | 'de') {
  'use cache'
  cacheLife({ revalidate: 600 })
  cacheTag(`global_${slug}`)
  return { locale, links: (await findGlobal(`${slug}-${locale}`, 0)).links }
}
