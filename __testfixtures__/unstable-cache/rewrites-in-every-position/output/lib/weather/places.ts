import { cacheLife, cacheTag } from 'next/cache'

async function load(path: string): Promise<string[]> {
  const response = await fetch(`https://weather.example/${path}`)
  return response.json()
}

export const places = {
  all: async () => {
    'use cache'
    cacheLife({ revalidate: Infinity })
    cacheTag('places')
    return load('places')
  },

  async near(place: string) {
    'use cache'
    cacheLife({ revalidate: Infinity })
    cacheTag('places')
    return load(`near/${place}`)
  },
}

export class Places {
  static async of(country: string) {
    'use cache'
    cacheLife({ revalidate: Infinity })
    return load(country)
  }

  static capitals = async () => {
    'use cache'
    cacheLife({ revalidate: Infinity })
    return load('capitals')
  }
}

export const getWarnings: (place: string) => Promise<string[]> = async (place: string) => {
  'use cache'
  cacheLife({ revalidate: 60 })
  return load(`warnings/${place}`)
}
