'use server'

import { expireAttempt } from '../../lib/attempts'

export async function reset(id: string) {
  expireAttempt(id)
}
