import { cacheLife, cacheTag } from 'next/cache'

const KEY_PHOTOS = 'photos'
const KEYS = ['albums', 'v2'] as const

async function count(path: string): Promise<number> {
  const response = await fetch(`https://photos.example${path}`)
  return response.json()
}

export async function countAll() {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag(KEY_PHOTOS)
  return count('/')
}
export async function countOf(album: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return count(`/${album}`)
}
export async function countNew() {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return count('/new')
}
export async function countAlbums() {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return count('/albums')
}

async function getCachedPhotos(tag: string, make: string | undefined, model: string | undefined) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return count(`/tagged/${tag}`)
}

export async function countTagged(tag: string, camera?: { make: string; model: string }) {
  const photos = await getCachedPhotos(tag, camera?.make, camera?.model)
  return photos + 1
}
