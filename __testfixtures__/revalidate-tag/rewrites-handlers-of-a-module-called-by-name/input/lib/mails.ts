import { revalidateTag } from 'next/cache'

export async function mailRead(id: string) {
  revalidateTag(`mail-${id}`)
}
