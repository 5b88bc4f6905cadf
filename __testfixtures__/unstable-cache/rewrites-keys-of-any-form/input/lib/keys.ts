import { unstable_cache } from 'next/cache'

const KEY_PHOTOS = 'photos'
const KEYS = ['albums', 'v2'] as const

async function count(path: string): Promise<number> {
  const response = await fetch(`https://photos.example${path}`)
  return response.json()
}

export const countAll = unstable_cache(async () => count('/'), undefined, { tags: [KEY_PHOTOS] })
export const countOf = unstable_cache(async (album: string) => count(`/${album}`), [])
export const countNew = unstable_cache(async () => count('/new'), [KEY_PHOTOS, 'new'])
export const countAlbums = unstable_cache(async () => count('/albums'), [...KEYS])

export async function countTagged(tag: string, camera?: { make: string; model: string }) {
  const photos = await unstable_cache(
    async () => count(`/tagged/${tag}`),
    [KEY_PHOTOS, tag, `${camera?.make}-${camera?.model}`],
  )()
  return photos + 1
}
