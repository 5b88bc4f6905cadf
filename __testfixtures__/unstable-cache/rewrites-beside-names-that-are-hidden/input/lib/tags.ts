import { unstable_cache } from 'next/cache'

export async function getTags(names: string[]) {
  const counts: number[] = []
  const key = 'tags'
  for (const name of names) {
    const key = `tag-${name}`
    const load = unstable_cache(async () => key.length, [key], { tags: names.map((name) => `${name}-${key}`) })
    counts.push(await load())
  }
  return { key, counts }
}

export async function getLetters(letter: string) {
  const count = await unstable_cache(
    async () => {
      {
        const letter = 'b'
        console.log(letter)
      }
      return letter.length
    },
    ['letters', letter],
  )()
  return count * 2
}
