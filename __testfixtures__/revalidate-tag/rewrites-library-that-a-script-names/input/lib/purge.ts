import { revalidateTag } from 'next/cache'

export function purge() {
  revalidateTag('everything')
}

if (process.argv[1]?.endsWith('purge.ts')) purge()
