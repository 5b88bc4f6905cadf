import { revalidateTag } from 'next/cache'

export function expireIndex() {
  revalidateTag('search-index', 'max')
}

export function expireDocument(id: string) {
  revalidateTag(`document:${id}`, { expire: 0 })
}
