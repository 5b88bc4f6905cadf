import { unstable_cache } from 'next/cache'

async function load(): Promise<number> {
  return 1
}

export const getHourly = unstable_cache(load, ['hourly'], { revalidate: Number(process.env.REVALIDATE) })

export const getFor = (seconds?: number) => unstable_cache(load, ['for'], { revalidate: seconds ?? 60 })()

export const getNow = unstable_cache(load, ['now'], { revalidate: 0 })

export async function getLater(revalidate: number | false) {
  return unstable_cache(load, ['later'], { revalidate })()
}
