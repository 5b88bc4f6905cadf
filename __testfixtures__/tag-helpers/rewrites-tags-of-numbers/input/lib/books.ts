import { unstable_cache } from 'next/cache'

export const getBook = (id: number) =>
  unstable_cache(async () => ({ id }), ['book', String(id)], { tags: [`book-${id}`], revalidate: 60 })()

export const getShelf = (name: string) =>
  unstable_cache(async () => [name], ['shelf', name], { tags: ['books', `books-${name}`] })()
