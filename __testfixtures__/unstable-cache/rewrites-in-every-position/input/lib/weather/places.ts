import { unstable_cache } from 'next/cache'

async function load(path: string): Promise<string[]> {
  const response = await fetch(`https://weather.example/${path}`)
  return response.json()
}

export const places = {
  all: unstable_cache(async () => load('places'), ['places'], { tags: ['places'] }),

  near(place: string) {
    return unstable_cache(async () => load(`near/${place}`), ['near', place], { tags: ['places'] })()
  },
}

export class Places {
  static async of(country: string) {
    return unstable_cache(() => load(country), ['of', country])()
  }

  static capitals = unstable_cache(async () => load('capitals'), ['capitals'])
}

export const getWarnings: (place: string) => Promise<string[]> = unstable_cache(
  async (place: string) => load(`warnings/${place}`),
  ['warnings'],
  { revalidate: 60 },
)
