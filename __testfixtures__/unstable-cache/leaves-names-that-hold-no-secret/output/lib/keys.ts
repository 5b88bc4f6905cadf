import { cacheLife } from 'next/cache'

export async function getKeys(
  tokenHash: string,
  tokenCount: number,
  publicKey: string,
) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return [tokenHash, tokenCount, publicKey].join()
}
