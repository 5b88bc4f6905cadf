import { readEntry } from '../store'
import { cached } from './wrapper'

export const getAwards = cached(
  async (member: string) => `${await readEntry('awards')} for ${member}`,
  ['awards'],
  { tags: ['awards'] },
)
