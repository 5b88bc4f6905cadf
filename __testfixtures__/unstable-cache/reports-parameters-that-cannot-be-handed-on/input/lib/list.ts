import { unstable_cache } from 'next/cache'

export async function getOf(owner: string, path: string) {
  const get = unstable_cache(async (part: string, page = 1) => [`${owner}/${part}/${page}`], ['of', owner])
  const [one, two] = await Promise.all([get(path), get(path, 2)])
  return one.concat(two)
}
