import { revalidateTag } from 'next/cache'

export function expireLegacy(id: string) {
  revalidateTag(`legacy:${id}`)
}
