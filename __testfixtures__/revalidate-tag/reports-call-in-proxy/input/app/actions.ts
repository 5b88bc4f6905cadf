'use server'

import { expireSession } from '../lib/session'

export async function signOut(id: string) {
  expireSession(id)
}
