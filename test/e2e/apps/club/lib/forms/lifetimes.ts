import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

/** A second old at most, then the next visit sets off the refresh. */
export const getClock = unstable_cache(() => readEntry('clock'), ['clock'], { revalidate: 1 })

export const getTicker = unstable_cache(
  async (member: string) => `${await readEntry('ticker')} for ${member}`,
  ['ticker'],
  {
    revalidate: 1,
  },
)

export const getForecast = unstable_cache(
  async (member: string) => {
    const forecast = await readEntry('forecast')
    if (forecast === 'none') throw new Error('the station does not answer')
    return `${forecast} for ${member}`
  },
  ['forecast'],
  { revalidate: 1 },
)

/** Without `revalidate`. */
export const getStatutes = unstable_cache(
  async (member: string) => `${await readEntry('statutes')} for ${member}`,
  ['statutes'],
  { tags: ['statutes'] },
)

export const getHistory = unstable_cache(
  async (member: string) => `${await readEntry('history')} for ${member}`,
  ['history'],
  { tags: ['history'], revalidate: false },
)
