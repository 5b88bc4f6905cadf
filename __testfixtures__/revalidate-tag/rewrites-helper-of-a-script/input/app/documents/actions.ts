'use server'

import { expireDocument } from '../../lib/search'

export async function saveDocument(id: string) {
  expireDocument(id)
}
