import { unstable_cache } from 'next/cache'

export async function getWords(...words: string[]) {
  const count = await unstable_cache(async () => Date.now(), ['words'])(...(words as []))
  return count + 1
}
