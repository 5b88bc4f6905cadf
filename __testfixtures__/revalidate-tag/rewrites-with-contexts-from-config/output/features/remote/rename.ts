import { updateTag } from 'next/cache'

export async function rename(id: string) {
  updateTag(`contact:${id}`)
}
