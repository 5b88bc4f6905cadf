import { revalidateTag } from 'next/cache'

export function expireIndex() {
  revalidateTag('search-index')
}

export function expireDocument(id: string) {
  revalidateTag(`document:${id}`)
}
