'use server'

import { updateTag } from 'next/cache'
import { bookTags } from '../lib/tags'

export async function lend(id: number, shelf: string) {
  updateTag(bookTags.record(id))
  updateTag(bookTags.list(shelf))
}

export async function lendByForm(form: string) {
  updateTag(bookTags.record(String(form)))
}

export async function closeLibrary() {
  updateTag(bookTags.all())
}
