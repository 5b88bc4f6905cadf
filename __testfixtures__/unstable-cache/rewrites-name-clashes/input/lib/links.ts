import { unstable_cache } from 'next/cache'

interface User {
  id: string
}

const cacheTag = (name: string) => `links-${name}`

export function getCachedLinks() {
  return cacheTag('all')
}

async function load(path: string): Promise<string[]> {
  const response = await fetch(`https://links.example/${path}`)
  return response.json()
}

export async function getLinks(user: User) {
  const links = await unstable_cache(
    async () => {
      const userId = await load('whoami')
      return load(`${user.id}/${userId}`)
    },
    ['links', user.id],
    { tags: [cacheTag(user.id)] },
  )()
  return links.sort()
}

export async function getBoth(place: string) {
  const cacheLife = place.length
  const first = await unstable_cache(async () => load(place), [place])()
  const second = await unstable_cache(async (path: string) => load(`${place}/${path}`), [place])('more')
  return [first, second, cacheLife]
}
