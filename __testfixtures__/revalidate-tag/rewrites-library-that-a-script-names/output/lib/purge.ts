import { revalidateTag } from 'next/cache'

export function purge() {
  revalidateTag('everything', { expire: 0 })
}

if (process.argv[1]?.endsWith('purge.ts')) purge()
