'use server'

import { updateTag } from 'next/cache'

export async function lend(id: number, shelf: string) {
  updateTag(`book-${id}`)
  updateTag(`books-${shelf}`)
}

export async function lendByForm(form: string) {
  updateTag(`book-${String(form)}`)
}

export async function closeLibrary() {
  updateTag('books')
}
