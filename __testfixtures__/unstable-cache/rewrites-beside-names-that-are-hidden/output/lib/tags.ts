import { cacheLife, cacheTag } from 'next/cache'

async function load(key: string, names: string[]) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag(...names.map((name) => `${name}-${key}`))
  return key.length
}

export async function getTags(names: string[]) {
  const counts: number[] = []
  const key = 'tags'
  for (const name of names) {
    const key = `tag-${name}`
    counts.push(await load(key, names))
  }
  return { key, counts }
}

async function getCachedLetters(letter: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  {
    const letter = 'b'
    console.log(letter)
  }
  return letter.length
}

export async function getLetters(letter: string) {
  const count = await getCachedLetters(letter)
  return count * 2
}
