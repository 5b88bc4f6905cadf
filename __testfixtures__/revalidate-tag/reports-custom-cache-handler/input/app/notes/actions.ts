'use server'

import { expireNote } from '../../lib/notes'

export async function saveNote(id: string) {
  expireNote(id)
}
