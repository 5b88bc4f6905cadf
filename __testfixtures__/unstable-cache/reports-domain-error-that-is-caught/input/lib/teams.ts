import { unstable_cache } from 'next/cache'
import { LimitError, NotFoundError } from './errors'

async function load(id: string) {
  if (id === '0') throw new NotFoundError(id)
  return { id }
}

export const getTeam = async (id: string) =>
  unstable_cache(async () => load(id), [`getTeam-${id}`], { tags: [`teams-${id}`] })()

export const getSeats = unstable_cache(async (id: string) => {
  if (id.length > 5) throw new LimitError('Too many')
  return id.length
}, ['seats'])
