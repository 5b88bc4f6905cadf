import { unstable_cache } from 'next/cache'

export const getKeys = unstable_cache(
  async (tokenHash: string, tokenCount: number, publicKey: string) => [tokenHash, tokenCount, publicKey].join(),
  ['keys'],
)
