import { unstable_cache } from 'next/cache'
import { readEntry } from '../store'

export const withDefault = unstable_cache(
  async (member: string, unit = 'pieces') => `${await readEntry('stock')} ${unit} for ${member}`,
  ['with-default'],
  { tags: ['stock'] },
)

export const withRest = unstable_cache(
  async (member: string, ...rooms: string[]) =>
    `${await readEntry('stock')} in ${rooms.join(' and ')} for ${member}`,
  ['with-rest'],
  { tags: ['stock'] },
)

export const takenApart = unstable_cache(
  async ({ member, size = 3 }: { member: string; size?: number }) =>
    `${size} of ${await readEntry('stock')} for ${member}`,
  ['taken-apart'],
  { tags: ['stock'] },
)

export const generic = unstable_cache(
  async <T extends string>(member: T): Promise<{ member: T; stock: string }> => ({
    member,
    stock: await readEntry('stock'),
  }),
  ['generic'],
  { tags: ['stock'] },
)
