/** Tags of cached data. What reads it and what invalidates it call the same helper. */
export const bookTags = {
  all: () => 'books',
  list: (name: string) => `books-${name}`,
  record: (id: string | number) => `book-${id}`,
}
