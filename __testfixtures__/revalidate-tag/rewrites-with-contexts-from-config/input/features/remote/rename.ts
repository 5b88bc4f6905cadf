import { revalidateTag } from 'next/cache'

export async function rename(id: string) {
  revalidateTag(`contact:${id}`)
}
