'use server'

import { expireUser } from '../../lib/users'

export async function rename(id: string) {
  expireUser(id)
}
