import { unstable_cache } from 'next/cache'
import { bookTags } from './tags'

export const getBook = (id: number) =>
  unstable_cache(async () => ({ id }), ['book', String(id)], { tags: [bookTags.record(id)], revalidate: 60 })()

export const getShelf = (name: string) =>
  unstable_cache(async () => [name], ['shelf', name], { tags: [bookTags.all(), bookTags.list(name)] })()
