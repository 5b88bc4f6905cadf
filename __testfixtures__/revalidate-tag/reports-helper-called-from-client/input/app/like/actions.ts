'use server'

import { expireLikes } from '../../lib/likes'

export async function like(id: string) {
  expireLikes(id)
}
