import { unstable_cache } from 'next/cache'

interface Global {
  slug: string
  links: string[]
}

async function findGlobal(slug: string, depth: number): Promise<Global> {
  const response = await fetch(`https://cms.example/globals/${slug}?depth=${depth}`)
  return response.json()
}

/** Made once, called where it is needed. */
export const getCachedGlobal = (slug: string, depth = 0) =>
  unstable_cache(async () => findGlobal(slug, depth), [slug], { tags: [`global_${slug}`] })

export async function getTranslations(slug: string, locale: 'en' | 'de') {
  return unstable_cache(
    async () => ({ locale, links: (await findGlobal(`${slug}-${locale}`, 0)).links }),
    [`translations-${slug}`],
    { tags: [`global_${slug}`], revalidate: 600 },
  )()
}
